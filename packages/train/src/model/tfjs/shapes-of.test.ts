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
    const shapes = await shapesOf(sequential(flatten), 0);
    expect(shapes).toEqual([
      { name: 'flatten', kind: 'Flatten', inputs: ['flatten_input'], output: [4], weights: [] },
    ]);
    expect(shapes).toEqual(
      await builtShapes(sequential(flatten), { limit: 0, origin: 'it has none' }),
    );
  });

  test('builds a model with a model inside it, and frees it', async () => {
    const before = memory().numTensors;
    const dense = { class_name: 'Dense', config: { name: 'dense', units: 3 } };
    const shapes = await shapesOf(sequential(sequential(flatten, dense)), 15);
    expect(shapes.map(({ name, output }) => [name, output])).toEqual([['inner', [3]]]);
    expect(shapes[0]!.weights).toEqual([
      { name: 'dense/kernel', shape: [4, 3], trainable: true },
      { name: 'dense/bias', shape: [3], trainable: true },
    ]);
    expect(memory().numTensors).toBe(before);
  });

  test('allocates nothing for a model that is inferred', async () => {
    const [first, second] = ['first', 'second'].map((name) => ({
      class_name: 'Dense',
      config: { name, units: 1_000_000 },
    }));
    const shapes = await shapesOf(sequential(flatten, first!, second!), 0);
    expect(shapes.at(-1)!.weights[0]!.shape).toEqual([1_000_000, 1_000_000]);
  });

  test.each<[string, Json]>([
    ['with a regularizer', { kernel_regularizer: { class_name: 'L1L2', config: {} } }],
    ['with keys in camel case', { useBias: true }],
  ])('refuses huge layers %s before they are allocated', async (_, fields) => {
    const before = memory().numTensors;
    const small = {
      class_name: 'Dense',
      config: { name: 'small', units: 8, ...(fields as object) },
    };
    const huge = { class_name: 'Dense', config: { name: 'huge', units: 1_000_000_000 } };
    await expect(shapesOf(sequential(flatten, small, huge), 40)).rejects.toMatchObject({
      code: 'model-unsupported',
      message:
        'Layer huge is not supported: its kernel [8, 1000000000] makes 8000000040 parameters, but its weights have 40',
    });
    await expect(shapesOf(sequential(sequential(flatten, small, huge)), 40)).rejects.toThrow(
      'Layer huge',
    );
    expect(memory().numTensors).toBe(before);
  });

  test('refuses a chain that multiplies its image inside a model inside the model', async () => {
    const before = memory().numTensors;
    const first = {
      class_name: 'UpSampling2D',
      config: { name: 'up0', batch_input_shape: [null, 2, 2, 1] },
    };
    const chain = Array.from({ length: 40 }, (_, at) => ({
      class_name: 'UpSampling2D',
      config: { name: `up${at + 1}` },
    }));
    await expect(shapesOf(sequential(sequential(first, ...chain)), 0)).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringMatching(/its output .* numbers for one image; at most/) as string,
    });
    expect(memory().numTensors).toBe(before);
  });
});
