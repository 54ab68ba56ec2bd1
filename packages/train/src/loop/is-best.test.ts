import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { isBest } from './is-best.ts';

const epoch = (validationAccuracy: number, validationLoss: number): EpochMetrics => ({
  epoch: 0,
  step: 1,
  loss: 0,
  accuracy: 0,
  validationAccuracy,
  validationLoss,
  learningRate: 0.1,
  imagesPerSecond: 1,
  dataWait: 0,
  seconds: 1,
});

test('the first epoch is the best so far', () => {
  expect(isBest(epoch(0, 9), [])).toBe(true);
});

test('the higher accuracy is better, and of equal accuracies the lower loss', () => {
  const before = [epoch(0.5, 1), epoch(0.7, 0.9)];
  expect(isBest(epoch(0.8, 5), before)).toBe(true);
  expect(isBest(epoch(0.7, 0.8), before)).toBe(true);
  expect(isBest(epoch(0.7, 0.9), before)).toBe(false);
  expect(isBest(epoch(0.6, 0.1), before)).toBe(false);
});
