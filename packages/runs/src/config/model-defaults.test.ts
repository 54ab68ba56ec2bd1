import { MODELS } from '@sprout/train';
import { expect, test } from 'vitest';
import { configSchema } from './config-schema.ts';
import { modelDefaults } from './model-defaults.ts';
import { resolveTraining } from './resolve-training.ts';

const resolved = (model: object) =>
  resolveTraining(configSchema.parse({ data: { folder: 'photos' }, model }));

test('a model has its own defaults', () => {
  expect(modelDefaults({ name: 'logistic' })).toBe(MODELS.get('logistic'));
});

test('an unknown name has the nearest one of models and bases', () => {
  expect(() => modelDefaults({ name: 'vgg-16' })).toThrow(
    'Unknown model "vgg-16"; did you mean "vgg16"?',
  );
});

test('a frozen base has no augmentation, a base that is trained has one and smaller steps', () => {
  const of = (trainable: string) => modelDefaults({ name: 'mobilenet-v2', trainable });
  expect(of('head').augmentation).toEqual([]);
  expect(of('from:block_16_expand').augmentation).not.toEqual([]);
  const rates = ['none', 'all'].map((text) => of(text).training.optimiser.learningRate);
  expect(rates[1]).toBeLessThan(rates[0]!);
});

test('the section of a base is completed, and resolves to itself', () => {
  const { model } = resolved({ name: 'mobilenet-v1', weights: 'w.h5', trainable: 'head' });
  expect(model).toEqual({
    name: 'mobilenet-v1',
    weights: { file: 'w.h5' },
    head: [],
    pooling: 'avg',
    trainable: 'none',
    alpha: 1,
  });
  expect(resolved(model).model).toEqual(model);
});

test.each([
  [{ trainable: 'some' }, 'trainable: must be none (or head), all, or from:LAYER'],
  [{ head: [{ denses: 3 }] }, 'head.0: must be flatten, average, max, batch-norm, { dense: 256 }'],
  [{ pooling: 'mean' }, 'pooling'],
  [{ wieghts: 'w.h5' }, 'did you mean "weights"'],
  [{ alpha: 1 }, 'unknown key "alpha"'],
])('the section %j of vgg16 is refused', (fields, reason) => {
  expect(() => resolved({ name: 'vgg16', ...fields })).toThrow(reason);
});

test('weights belong to bases only', () => {
  expect(() => resolved({ name: 'small-cnn', weights: 'w.h5' })).toThrow('unknown key "weights"');
});
