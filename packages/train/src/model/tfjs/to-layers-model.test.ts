import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { ModelDefinition } from '../model-definition.ts';
import { someBackend } from './some-backend.ts';
import { toDefinition } from './to-definition.ts';
import { toLayersModel } from './to-layers-model.ts';

someBackend();

const DEFINITION: ModelDefinition = {
  topology: {
    class_name: 'Sequential',
    config: {
      name: 'model',
      layers: [
        { class_name: 'Flatten', config: { name: 'f', batch_input_shape: [null, 1, 2, 1] } },
        { class_name: 'Dense', config: { name: 'd', units: 1 } },
      ],
    },
  },
  weights: [
    { name: 'd/kernel', shape: [2, 1], data: Float32Array.of(1, -2) },
    { name: 'd/bias', shape: [1], data: Float32Array.of(3) },
  ],
  input: { height: 1, width: 2, channels: 1, normalisation: { mean: [0], deviation: [1] } },
};

describe('toLayersModel', () => {
  test('sets the weights by name, in any order, from copies', async () => {
    const weights = DEFINITION.weights.map((weight) => ({ ...weight, data: weight.data.slice() }));
    const model = await toLayersModel({ ...DEFINITION, weights: weights.toReversed() });
    for (const { data } of weights) data.fill(0);
    expect(model.weights.map((weight) => [...weight.read().dataSync()])).toEqual([[1, -2], [3]]);
    model.dispose();
  });

  test.each([
    ['weight-missing', DEFINITION.weights.slice(1)],
    [
      'weight-unknown',
      [...DEFINITION.weights, { name: 'x', shape: [], data: new Float32Array(1) }],
    ],
    ['shape-mismatch', DEFINITION.weights.map((weight) => ({ ...weight, shape: [1, 2] }))],
  ])('refuses weights that do not fit with %s, and frees the model', async (code, weights) => {
    const before = memory().numTensors;
    await expect(toLayersModel({ ...DEFINITION, weights })).rejects.toMatchObject({ code });
    expect(memory().numTensors).toBe(before);
  });

  test('refuses an unknown class before it builds anything', async () => {
    const topology = {
      class_name: 'Sequential',
      config: { layers: [{ class_name: 'Lambda', config: { name: 'x' } }] },
    };
    await expect(toLayersModel({ topology, weights: [] })).rejects.toThrow('Lambda');
  });
});

describe('toDefinition', () => {
  test('returns a model as data', async () => {
    const model = await toLayersModel(DEFINITION);
    const { weights, input } = toDefinition(model, DEFINITION.input);
    expect(weights).toEqual(DEFINITION.weights);
    expect(input).toEqual(DEFINITION.input);
    model.dispose();
  });

  test('keeps the channel order if one is given', async () => {
    const model = await toLayersModel(DEFINITION);
    const { normalisation } = DEFINITION.input;
    expect(toDefinition(model, { normalisation, channelOrder: 'rgb' }).input.channelOrder).toBe(
      'rgb',
    );
    expect(() => toDefinition(model, { normalisation, channelOrder: 'bgr' })).toThrow(
      'channelOrder',
    );
    model.dispose();
  });

  test('refuses a model whose images have no fixed size', async () => {
    const layers = [
      {
        class_name: 'GlobalMaxPooling2D',
        config: { name: 'g', batch_input_shape: [null, null, null, 1] },
      },
    ];
    const topology = { class_name: 'Sequential', config: { name: 'm', layers } };
    const model = await toLayersModel({ topology, weights: [] });
    expect(() => toDefinition(model, DEFINITION.input)).toThrow('images of a fixed size');
    model.dispose();
  });
});
