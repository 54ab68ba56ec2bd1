import type { Json } from '@sprout/core';
import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import { buildModel, createLayersModel, writeWeights } from './build-model.ts';
import { someBackend } from './some-backend.ts';

someBackend();

const INITIALISER = { class_name: 'Ones', config: {} };
const TOPOLOGY: Json = {
  class_name: 'Sequential',
  config: {
    name: 'small',
    layers: [
      {
        class_name: 'Dense',
        config: {
          name: 'dense',
          units: 2,
          kernel_initializer: INITIALISER,
          batch_input_shape: [null, 1],
        },
      },
    ],
  },
};
const KERNEL = { name: 'dense/kernel', shape: [1, 2], data: Float32Array.of(3, 4) };
const BIAS = { name: 'dense/bias', shape: [2], data: Float32Array.of(5, 6) };

function numbersOf(model: LayersModel): number[][] {
  return model.weights.map((weight) => [...weight.read().dataSync()]);
}

describe('createLayersModel', () => {
  test('has weights of zeros, whatever the initialisers are', async () => {
    const model = await createLayersModel(TOPOLOGY, { limit: 4, origin: 'it has 4' });
    expect(numbersOf(model)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    model.dispose();
  });
});

describe('buildModel', () => {
  test('computes with the given weights', async () => {
    const model = await buildModel(TOPOLOGY, [BIAS, KERNEL]);
    const input = tensor([10], [1, 1]);
    const output = model.predict(input) as Tensor; // one output
    expect([...output.dataSync()]).toEqual([35, 46]);
    for (const made of [input, output, model]) made.dispose();
  });

  test('frees the model where the weights do not fit', async () => {
    const before = memory().numTensors;
    const built = buildModel(TOPOLOGY, [KERNEL]);
    await expect(built).rejects.toMatchObject({
      code: 'weight-missing',
      message: 'The weight dense/bias ([2]) is missing',
    });
    expect(memory().numTensors).toBe(before);
  });
});

describe('writeWeights', () => {
  const refusals = [
    ['weight-missing', [KERNEL]],
    ['weight-unknown', [KERNEL, BIAS, { ...BIAS, name: 'other/bias' }]],
    ['shape-mismatch', [KERNEL, { ...BIAS, shape: [1, 2] }]],
    ['shape-mismatch', [KERNEL, { ...BIAS, data: new Float32Array(3) }]],
  ] as const;

  test.each(refusals)('refuses with %s before any weight is set', async (code, weights) => {
    const model = await buildModel(TOPOLOGY, [{ ...KERNEL, data: Float32Array.of(1, 2) }, BIAS]);
    const error = expect.objectContaining({ code }) as Error;
    expect(() => writeWeights(model, weights)).toThrow(error);
    expect(numbersOf(model)).toEqual([
      [1, 2],
      [5, 6],
    ]);
    model.dispose();
  });

  test('copies, and keeps no tensors', async () => {
    const model = await buildModel(TOPOLOGY, [KERNEL, BIAS]);
    const before = memory().numTensors;
    const data = Float32Array.of(7, 8);
    writeWeights(model, [{ ...KERNEL, data }, BIAS]);
    data.fill(0);
    expect(numbersOf(model)).toEqual([
      [7, 8],
      [5, 6],
    ]);
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });
});
