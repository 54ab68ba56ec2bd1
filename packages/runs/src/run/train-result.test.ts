import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { overallSpeed } from './train-result.ts';

const epoch = (imagesPerSecond: number, dataWait: number): EpochMetrics => ({
  epoch: 1,
  step: 1,
  loss: 0,
  accuracy: 0,
  validationLoss: 0,
  validationAccuracy: 0,
  learningRate: 0,
  imagesPerSecond,
  dataWait,
  seconds: 0,
});

test('the speed is the harmonic mean of the epochs, and waiting is weighted by time', () => {
  const speed = overallSpeed([epoch(100, 0), epoch(300, 0.4)]);
  expect(speed.imagesPerSecond).toBeCloseTo(150, 9);
  expect(speed.dataWait).toBeCloseTo(0.1, 9);
});

test('an epoch that was resumed after its last step does not count', () => {
  expect(overallSpeed([epoch(0, 0), epoch(100, 0.5)])).toEqual({
    imagesPerSecond: 100,
    dataWait: 0.5,
  });
  expect(overallSpeed([epoch(0, 0)])).toEqual({ imagesPerSecond: 0, dataWait: 0 });
});
