import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { calibrated } from './calibrated.ts';

/** Predictions with the probability 0.99, of which three in four are right. */
function overconfident(count: number) {
  const rng = rngAt(0, ['overconfident']);
  return Array.from({ length: count }, () => {
    const label = rng.integer(2);
    const predicted = rng.chance(0.75) ? label : 1 - label;
    return { label, probabilities: predicted === 0 ? [0.99, 0.01] : [0.01, 0.99] };
  });
}

test('a temperature above 1 corrects overconfident predictions', () => {
  const predictions = overconfident(1000);
  const { error, temperature, scaledError } = calibrated(predictions)!;
  const right = predictions.filter(({ label, probabilities }) => probabilities[label]! > 0.5);
  const share = right.length / 1000;
  expect(error).toBeCloseTo(0.99 - share, 9);
  // the temperature at which the probability is the share of right predictions
  expect(temperature).toBeCloseTo(Math.log(0.99 / 0.01) / Math.log(share / (1 - share)), 6);
  expect(scaledError).toBeLessThan(0.08); // three standard deviations of the difference of the halves
});

test('one sample has no calibration', () => {
  expect(calibrated(overconfident(1))).toBeUndefined();
});
