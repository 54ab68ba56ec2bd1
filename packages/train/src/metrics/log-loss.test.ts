import { describe, expect, test } from 'vitest';
import { crossEntropyOf, logLoss } from './log-loss.ts';

describe('logLoss', () => {
  test('is the mean cross-entropy of the true classes', () => {
    // log_loss([0, 1], [[0.75, 0.25], [0.5, 0.5]]) = 0.490414626505863
    const probabilities = Float32Array.of(0.75, 0.25, 0.5, 0.5);
    expect(logLoss(Int32Array.of(0, 1), probabilities)).toBeCloseTo(0.490414626505863, 12);
  });

  test('is finite if the true class has the probability 0', () => {
    expect(crossEntropyOf([1, 0], 1)).toBeCloseTo(16.11809565095832, 12);
  });

  test('is NaN if the probability is NaN', () => {
    expect(crossEntropyOf([NaN, 0], 0)).toBeNaN();
  });
});
