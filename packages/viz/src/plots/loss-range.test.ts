import { expect, test } from 'vitest';
import { lossRange } from './loss-range.ts';

const falling = Array.from({ length: 20 }, (_, at) => 2 / (1 + at / 4));

test('losses that fall evenly have no range of their own', () => {
  expect(lossRange(falling)).toBeUndefined();
  expect(lossRange([])).toBeUndefined();
  expect(lossRange([0, 0, 0])).toBeUndefined();
});

test('values of a spike are above the range, and counted', () => {
  const range = lossRange([1, 40, 25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(range).toEqual({ top: 2, largest: 40, above: 2 });
});

test('half of the values are no spike', () => {
  expect(lossRange([1, 1, 1, 8, 8, 8])).toBeUndefined();
});

test('the two losses of a single epoch are shown whole', () => {
  expect(lossRange([98, 9.6])).toBeUndefined();
});
