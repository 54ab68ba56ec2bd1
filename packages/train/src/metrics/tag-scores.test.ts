import { expect, test } from 'vitest';
import { fBeta } from './f-beta.ts';
import { binaryCrossEntropyOf } from './log-loss.ts';
import { meanFBeta, tagCounts } from './tag-scores.ts';

test('fBeta values recall by beta', () => {
  const counts = { hits: 1, predicted: 2, present: 4 };
  expect(fBeta(counts, 1)).toBeCloseTo(1 / 3, 12); // precision 1/2, recall 1/4
  expect(fBeta(counts, 2)).toBeCloseTo((5 * 0.125) / (4 * 0.5 + 0.25), 12);
  expect(fBeta({ hits: 0, predicted: 3, present: 0 }, 2)).toBe(0);
  expect(fBeta({ hits: 0, predicted: 0, present: 0 }, 2)).toBe(1);
});

const SAMPLES = [
  { tags: [1, 0, 1], probabilities: [0.9, 0.4, 0.1] },
  { tags: [0, 1, 0], probabilities: [0.2, 0.7, 0.3] },
];

test('meanFBeta is the mean over samples, not over tags', () => {
  const first = fBeta({ hits: 1, predicted: 1, present: 2 }, 2);
  expect(meanFBeta(SAMPLES, [0.5, 0.5, 0.5], 2)).toBeCloseTo((first + 1) / 2, 12);
  expect(meanFBeta([], [0.5], 2)).toBeNaN();
});

test('tagCounts counts each tag over the samples; a threshold belongs to the tag', () => {
  expect(tagCounts(SAMPLES, [0.2, 0.5, 0.5])).toEqual([
    { hits: 1, predicted: 2, present: 1 },
    { hits: 1, predicted: 1, present: 1 },
    { hits: 0, predicted: 0, present: 1 },
  ]);
});

test('binaryCrossEntropyOf is the mean over tags, and finite', () => {
  const loss = binaryCrossEntropyOf([0.5, 0.25], [1, 0]);
  expect(loss).toBeCloseTo((Math.log(2) - Math.log(0.75)) / 2, 12);
  expect(binaryCrossEntropyOf([0, 1], [1, 0])).toBeCloseTo(-Math.log(1e-7), 5);
});
