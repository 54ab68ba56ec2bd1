import { expect, test } from 'vitest';
import { counted, duration, percent, percentage, wholeNumber } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a share is a percentage with one digit by default', () => {
  expect(plain(percent(0.7917))).toBe('79.2 %');
  expect(plain(percent(1, 0))).toBe('100 %');
  expect(percentage(0.7917)).toBe('79.2');
  expect(percentage(1 / 3, 2)).toBe('33.33');
});

test('a share that is not finite is a dash', () => {
  expect([percent(NaN), percent(Infinity)]).toEqual(['–', '–']);
});

test('a duration breaks only between its units', () => {
  expect(duration(0.42)).toBe('0.4\u00a0s');
  expect(duration(7500)).toBe('2\u00a0h 5\u00a0min');
});

test('counts have separators, and nouns their plural', () => {
  expect(wholeNumber(1_234_567)).toBe('1,234,567');
  expect([counted(1, 'epoch'), counted(30, 'epoch'), counted(12, 'class')]).toEqual([
    '1 epoch',
    '30 epochs',
    '12 classes',
  ]);
  expect(counted(12_345, 'image')).toBe('12,345 images');
});
