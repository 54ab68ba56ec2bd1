import { planSample } from '@sprout/imgproc';
import { createDefinition } from '@sprout/train';
import { expect, test } from 'vitest';
import { readConfig } from '../config/read-config.ts';
import { DEFAULTS, LIMITS } from './limits.ts';

test.each([
  ['classes', 'classes', LIMITS.classes],
  ['images', 'images', LIMITS.sampleImages],
  ['size', 'size', LIMITS.sampleSize],
  ['seed', 'seed', LIMITS.seed],
] as const)('the lower limit of %s is that of a drawing', (_name, option, { least }) => {
  const options = { classes: 2, images: 1, size: 16, seed: 0 };
  expect(planSample({ ...options, [option]: least }).length).toBeGreaterThan(0);
  expect(() => planSample({ ...options, [option]: least - 1 })).toThrow(
    new RegExp(`^${option} must be a whole number from ${least} `),
  );
});

test.each([
  ['height', LIMITS.side],
  ['width', LIMITS.side],
  ['classes', LIMITS.classes],
] as const)('the lower limit of %s is that of a model', (option, { least }) => {
  const options = { height: 1, width: 1, classes: 2, seed: 0 };
  expect(createDefinition('logistic', { ...options, [option]: least }).weights).toHaveLength(2);
  expect(() => createDefinition('logistic', { ...options, [option]: least - 1 })).toThrow(option);
});

test('the defaults of a drawing are those of the drawing itself', () => {
  expect(planSample({ ...DEFAULTS.sample, seed: DEFAULTS.seed })).toEqual(planSample());
});

test('the defaults of a configuration are those of the options', async () => {
  const { train, data } = await readConfig({});
  expect(train.seed).toBe(DEFAULTS.seed);
  expect(data.validationBy).toBe(DEFAULTS.validationBy);
});
