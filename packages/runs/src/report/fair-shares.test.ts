import { expect, test } from 'vitest';
import { fairShares } from './fair-shares.ts';

test.each([
  [[2, 3], 10, [2, 3]],
  [[100, 1, 100], 11, [5, 1, 5]],
  [[5, 5, 5], 4, [1, 1, 2]],
  [[], 4, []],
])('of groups of %j and a limit of %i: %j', (counts, limit, expected) => {
  expect(fairShares(counts, limit)).toEqual(expected);
});
