import { expect, test } from 'vitest';
import { confusedPairs } from './confused-pairs.ts';

test('the most confused pairs come by images, then by share of their class', () => {
  const pairs = confusedPairs(
    [
      [5, 2, 0],
      [2, 1, 0],
      [1, 0, 9],
    ],
    { most: 2 },
  );
  expect(pairs).toEqual([
    { label: 1, predicted: 0, total: 3, count: 2 },
    { label: 0, predicted: 1, total: 7, count: 2 },
  ]);
  expect(
    confusedPairs(
      [
        [3, 0],
        [0, 0],
      ],
      { most: 2 },
    ),
  ).toEqual([]);
});
