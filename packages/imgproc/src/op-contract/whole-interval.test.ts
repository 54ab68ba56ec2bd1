import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawWhole, wholeInterval } from './whole-interval.ts';

test.each([
  [[1, 8], true],
  [[3, 3], true],
  [[4, 3], false],
  [[0, 3], false],
  [[1, 2.5], false],
  [[1, Number.NaN], false],
])('of 1 to 8: %j is accepted: %j', (value, accepted) => {
  expect(wholeInterval(1, 8).safeParse(value).success).toBe(accepted);
});

test('draws both ends and everything between them', () => {
  const rng = rngAt(1, []);
  const drawn = new Set(Array.from({ length: 100 }, () => drawWhole(rng, [-1, 2])));
  expect([...drawn].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});
