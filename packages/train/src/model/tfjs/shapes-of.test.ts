import type { Json } from '@sprout/core';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { builtShapes } from './built-shapes.ts';
import { shapesOf } from './shapes-of.ts';
import { someBackend } from './some-backend.ts';

someBackend();

const flatten: Json = {
  class_name: 'Flatten',
  config: { name: 'flatten', batch_input_shape: [null, 2, 2, 1] },
};
const sequential = (...layers: readonly Json[]): Json => ({
  class_name: 'Sequential',
  config: { name: 'inner', layers },
});

describe('shapesOf', () => {
  test('leaves out an input that the topology does not list, as TensorFlow.js does', async () => {
    const shapes = await shapesOf(sequential(flatten));
    expect(shapes).toEqual([
      { name: 'flatten', kind: 'Flatten', inputs: ['flatten_input'], output: [4], weights: [] },
    ]);
    expect(shapes).toEqual(await builtShapes(sequential(flatten)));
  });

  test('builds a model with a model inside it, and frees it', async () => {
    const before = memory().numTensors;
    const dense = { class_name: 'Dense', config: { name: 'dense', units: 3 } };
    const shapes = await shapesOf(sequential(sequential(flatten, dense)));
    expect(shapes.map(({ name, output }) => [name, output])).toEqual([['inner', [3]]]);
    expect(shapes[0]!.weights).toEqual([
      { name: 'dense/kernel', shape: [4, 3], trainable: true },
      { name: 'dense/bias', shape: [3], trainable: true },
    ]);
    expect(memory().numTensors).toBe(before);
  });

  test('allocates nothing for a model that is inferred', async () => {
    const huge = { class_name: 'Dense', config: { name: 'dense', units: 1_000_000_000 } };
    const [, dense] = await shapesOf(sequential(flatten, huge));
    expect(dense!.weights[0]!.shape).toEqual([4, 1_000_000_000]);
  });
});
