import type { EpochMetrics } from '@sprout/core';
import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const metrics: EpochMetrics = {
  epoch: 1,
  step: 10,
  loss: 1,
  accuracy: 0,
  validationLoss: 1,
  validationAccuracy: 0,
  learningRate: 0.1,
  imagesPerSecond: 10,
  dataWait: 0,
  seconds: 12,
};

const run = { epochs: 4, images: 100, validation: 30 };

test('a step has the rest of its epoch and all epochs after it, with their validations', () => {
  const left = timeLeft(run);
  // 7.5 s of training and 1 s of validation, then 3 epochs of 11 s
  expect(left.afterStep({ epoch: 1, done: 25, imagesPerSecond: 10 })).toBeCloseTo(8.5 + 33);
  expect(left.afterStep({ epoch: 4, done: 100, imagesPerSecond: 10 })).toBeCloseTo(1);
});

test('after an epoch, its validation is measured', () => {
  const left = timeLeft(run);
  expect(left.afterEpoch(metrics)).toBeCloseTo(3 * 12);
  // 5 s of training and 2 s of validation, then 2 epochs of 7 s
  expect(left.afterStep({ epoch: 2, done: 0, imagesPerSecond: 20 })).toBeCloseTo(3 * 7);
  expect(left.afterEpoch({ ...metrics, epoch: 4 })).toBe(0);
});

test('the rest of an epoch that was interrupted is no measurement of a whole one', () => {
  const left = timeLeft(run);
  expect(left.afterEpoch({ ...metrics, epoch: 3, seconds: 4 })).toBeCloseTo(10);
});
