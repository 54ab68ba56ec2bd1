import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { keptEpoch } from './kept-epoch.ts';

const metrics = [0.5, 0.9, 0.9, 0.7].map((validationAccuracy, at): EpochMetrics => ({
  epoch: at + 1,
  step: 0,
  loss: 0,
  accuracy: 0,
  validationLoss: at === 2 ? 0.1 : 0.2,
  validationAccuracy,
  learningRate: 0,
  imagesPerSecond: 0,
  dataWait: 0,
  seconds: 0,
}));

test('the best epoch has the highest accuracy and, among equal ones, the smallest loss', () => {
  expect(keptEpoch({ train: { keep: 'best' } }, metrics)).toBe(3);
});

test('there is no best epoch if the last epoch is kept', () => {
  expect(keptEpoch({ train: { keep: 'last' } }, metrics)).toBeUndefined();
});
