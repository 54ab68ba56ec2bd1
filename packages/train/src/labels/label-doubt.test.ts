import { expect, test } from 'vitest';
import { labelDoubt } from './label-doubt.ts';

test('the margin is raised by the confusion of the two classes', () => {
  // images of class 0: 0.6 and 0.4; of class 1: 0.2 and 0.8. The mean confusion is (0.4 + 0.2) / 2
  const probabilities = Float64Array.of(0.6, 0.4, 0.2, 0.8);
  const [first, second] = labelDoubt({ probabilities, labels: [0, 1], classes: 2 });
  expect(first).toBeCloseTo(0.6 - 0.4 + 3 * 0.3, 12);
  expect(second).toBeCloseTo(0.8 - 0.2 + 3 * 0.3, 12);
});

test('of two images with one margin, the one whose classes are never confused has the smaller score', () => {
  // classes 0 and 1 are confused; the last image of class 2 looks like class 0, which no other does
  const rows = [
    [0.5, 0.5, 0],
    [0.1, 0.9, 0],
    [0.5, 0.5, 0],
    [0, 0, 1],
    [0, 0, 1],
    [0.9, 0, 0.1],
  ];
  const labels = [0, 0, 1, 2, 2, 2];
  const doubt = labelDoubt({ probabilities: Float64Array.from(rows.flat()), labels, classes: 3 });
  expect(doubt[5]!).toBeLessThan(doubt[1]!);
});
