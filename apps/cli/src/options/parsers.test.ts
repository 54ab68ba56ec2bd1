import { expect, test } from 'vitest';
import { countOrShare, size, wholeNumber } from './parsers.ts';

test('a whole number has a lower limit', () => {
  expect(wholeNumber({ least: 1 })('12')).toBe(12);
  for (const text of ['0', '-1', '1.5', '', ' ', 'ten', '1e999', 'NaN']) {
    expect(() => wholeNumber({ least: 1 })(text), text).toThrow(/whole number of at least 1/);
  }
});

test('a whole number may have an upper limit', () => {
  expect(wholeNumber({ least: 0, most: 64 })('64')).toBe(64);
  expect(() => wholeNumber({ least: 0, most: 64 })('65')).toThrow(/whole number from 0 to 64/);
});

test('validation images are a number of each class or a share of each class', () => {
  expect(countOrShare('12')).toBe(12);
  expect(countOrShare('0.1')).toBe(0.1);
  for (const text of ['0', '1.5', '-0.2', '', 'half']) {
    expect(() => countOrShare(text), text).toThrow(/number of images a class/);
  }
});

test('a size is height and width, or one number for both', () => {
  expect(size('150x200')).toEqual({ height: 150, width: 200 });
  expect(size('96')).toEqual({ height: 96, width: 96 });
  for (const text of ['0x5', 'x', '150x', '99999', '1.5x2']) {
    expect(() => size(text), text).toThrow(/HEIGHTxWIDTH/);
  }
});
