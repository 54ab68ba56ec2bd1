import { expect, test } from 'vitest';
import { outOfSampleScores } from './out-of-sample-scores.ts';

const rows = { data: Float64Array.of(-3, -2, -1, 1, 2, 3), count: 6, size: 1 };
const folds = Uint8Array.of(0, 1, 2, 0, 1, 2);
const scoresOf = (labels: readonly number[], classes = 2) =>
  outOfSampleScores(rows, { labels, classes, folds, ridge: 1 });

test('the scores are those of a linear discriminant of the rows in the other folds', () => {
  const scores = scoresOf([0, 0, 0, 1, 1, 1]);
  // of the rows -2, -1, 2, 3: the means are -1.5 and 2.5, the scatter is 0.5 + 0.5, and the ridge adds 1 / 4
  const [first, second] = [(-1.5 * -3 - 0.5 * 1.5 ** 2) / 1.25, (2.5 * -3 - 0.5 * 2.5 ** 2) / 1.25];
  expect(scores[0]).toBeCloseTo(first, 12);
  expect(scores[1]).toBeCloseTo(second, 12);
});

test('the labels of a fold have no effect on the scores of the fold', () => {
  const [before, after] = [scoresOf([0, 0, 0, 1, 1, 1]), scoresOf([1, 0, 0, 0, 1, 1])];
  for (const row of [0, 3])
    expect(after.slice(row * 2, row * 2 + 2)).toEqual(before.slice(row * 2, row * 2 + 2));
  expect(after[2]).not.toBe(before[2]);
});

test('a class without rows in the other folds has the score -Infinity', () => {
  const scores = scoresOf([2, 0, 0, 1, 1, 1], 3);
  expect([scores[2], scores[3 * 3 + 2]]).toEqual([-Infinity, -Infinity]);
  expect(scores[1 * 3 + 2]).toBeGreaterThan(-Infinity);
});
