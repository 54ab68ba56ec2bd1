import { expect, test } from 'vitest';
import { bestThresholds } from './best-thresholds.ts';
import { meanFBeta } from './tag-scores.ts';

const sample = (tags: readonly number[], probabilities: readonly number[]) => ({
  tags,
  probabilities,
});

test('a threshold lies between the probabilities that it has to separate', () => {
  const samples = [
    sample([1, 0], [0.3, 0.6]),
    sample([0, 1], [0.1, 0.9]),
    sample([1, 1], [0.4, 0.8]),
  ];
  const [first = 0, second = 0] = bestThresholds(samples, { tags: 2, beta: 2 });
  expect(first).toBeGreaterThan(0.1);
  expect(first).toBeLessThanOrEqual(0.3);
  expect(second).toBeGreaterThan(0.6);
  expect(second).toBeLessThanOrEqual(0.8);
  expect(meanFBeta(samples, [first, second], 2)).toBe(1);
});

test('of equally good thresholds the one nearest to a half is taken', () => {
  expect(bestThresholds([sample([1], [0.9])], { tags: 1, beta: 2 })).toEqual([0.5]);
});

test('without samples all thresholds are 0.2', () => {
  expect(bestThresholds([], { tags: 2, beta: 2 })).toEqual([0.2, 0.2]);
});

test('the thresholds found are at least as good as a half for every tag', () => {
  const noise = (at: number) => ((at * 7919) % 101) / 101;
  const samples = Array.from({ length: 40 }, (_, at) =>
    sample(
      [0, 1, 2].map((tag) => (noise(at + tag * 50) > 0.6 ? 1 : 0)),
      [0, 1, 2].map((tag) => noise(at + tag * 50) * 0.6 + noise(at * 3 + tag) * 0.3),
    ),
  );
  const found = bestThresholds(samples, { tags: 3, beta: 2 });
  expect(meanFBeta(samples, found, 2)).toBeGreaterThan(meanFBeta(samples, [0.5, 0.5, 0.5], 2));
});
