import { expect, test } from 'vitest';
import { confusedPairs } from './confused-pairs.ts';

test('pairs are sorted by the number of images, then by their share of the class', () => {
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
