import type { Json } from '@sprout/core';
import { expect, test } from 'vitest';
import { checkTopology } from './check-topology.ts';
import { checkTrainable } from './check-trainable.ts';

const model = (config: Readonly<Record<string, Json>>): Json => ({
  class_name: 'Sequential',
  config: {
    name: 'model',
    layers: [{ class_name: 'Dense', config: { name: 'layer', ...config } }],
  },
});

test.each(['kernel_regularizer', 'bias_constraint', 'noise_shape'])('refuses %s', (key) => {
  const topology = checkTopology(model({ [key]: [1] }));
  expect(() => checkTrainable(topology)).toThrow(`Layer layer is not supported: ${key}`);
});

test('refuses kernel_constraint in a model inside the model', () => {
  const inner = { class_name: 'Sequential', config: { name: 'inner', layers: [] } };
  const config = (model({ kernel_constraint: [1] }) as typeof inner).config; // of the shape that model makes
  const topology = {
    class_name: 'Sequential',
    config: { name: 'outer', layers: [{ ...inner, config }] },
  };
  expect(() => checkTrainable(checkTopology(topology))).toThrow('kernel_constraint');
});

test('accepts settings that are null, and others', () => {
  const topology = checkTopology(model({ kernel_regularizer: null, units: 2 }));
  expect(() => checkTrainable(topology)).not.toThrow();
});
