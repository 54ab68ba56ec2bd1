import { expect, test } from 'vitest';
import { interval } from './interval.ts';

test.each([
  [[-1, 1], true],
  [[0, 0], true],
  [[1, -1], false],
  [[-2, 0], false],
  [[0, Number.NaN], false],
  [[0], false],
  [[0, 0.5, 1], false],
])('of -1 to 1: %j is accepted: %j', (value, accepted) => {
  expect(interval(-1, 1).safeParse(value).success).toBe(accepted);
});
