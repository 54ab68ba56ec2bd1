import { expect, test } from 'vitest';
import { withZeroInitialisers } from './with-zero-initialisers.ts';

const ZEROS = { class_name: 'Zeros', config: {} };

test('makes every initialiser zeros, at any depth, and leaves all else', () => {
  const glorot = { class_name: 'GlorotUniform', config: { seed: 1 } };
  const json = {
    layers: [{ config: { units: 2, kernel_initializer: glorot, bias_initializer: null } }],
    name: 'kernel_initializer',
  };
  expect(withZeroInitialisers(json)).toEqual({
    layers: [{ config: { units: 2, kernel_initializer: ZEROS, bias_initializer: ZEROS } }],
    name: 'kernel_initializer',
  });
  expect(json.layers[0]!.config.kernel_initializer).toBe(glorot);
});
