import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawOdd, drawWhole, oddInterval, wholeInterval } from './whole-interval.ts';

const drawn = (draw: (seed: number) => number) =>
  [...new Set(Array.from({ length: 100 }, (_, seed) => draw(seed)))].toSorted((a, b) => a - b);

test('accepts whole numbers in order and within the limits', () => {
  const schema = wholeInterval(1, 9);
  expect(schema.parse([2, 2])).toEqual([2, 2]);
  expect(schema.safeParse([3, 2]).error?.message).toContain('must not exceed');
  for (const wrong of [[0, 2], [2, 10], [1.5, 2], [Number.NaN, 2], [1]])
    expect(schema.safeParse(wrong).success).toBe(false);
});

test('accepts odd numbers only', () => {
  const schema = oddInterval(3, 9);
  expect(schema.parse([3, 9])).toEqual([3, 9]);
  expect(schema.safeParse([3, 8]).error?.message).toContain('must be odd');
  expect(schema.safeParse([7, 3]).success).toBe(false);
});

test('draws every number of an interval', () => {
  expect(drawn((seed) => drawWhole(rngAt(seed, []), [2, 4]))).toEqual([2, 3, 4]);
  expect(drawn((seed) => drawOdd(rngAt(seed, []), [3, 7]))).toEqual([3, 5, 7]);
  expect(drawn((seed) => drawOdd(rngAt(seed, []), [5, 5]))).toEqual([5]);
});
