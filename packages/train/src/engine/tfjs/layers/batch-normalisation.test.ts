import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  input as modelInput,
  type LayersModel,
  model,
  models,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { BatchNormalisation } from './batch-normalisation.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

type Options = ConstructorParameters<typeof BatchNormalisation>[0];

/** The mean is 3 and 30, the variance 4 and 400. */
const NUMBERS = [1, 10, 5, 50];

/** A model of the layer alone, for rows of two channels, with its weights set by role. */
function built(options: Options, weights: Readonly<Record<string, readonly number[]>> = {}) {
  const rows = modelInput({ shape: [2] });
  const layer = new BatchNormalisation({ name: 'norm', ...options });
  const alone = model({ inputs: rows, outputs: layer.apply(rows) as SymbolicTensor });
  for (const weight of layer.weights) {
    const given = weights[weight.originalName.replace('norm/', '')];
    if (given === undefined) continue;
    const value = tensor([...given]);
    weight.write(value);
    value.dispose();
  }
  return alone;
}

/** The output, and the weights by name afterwards. The model is disposed of. */
function called(alone: LayersModel, options: { readonly training?: boolean }) {
  return onBackend('cpu', () => {
    const output = alone.apply(tensor(NUMBERS, [2, 2]), options) as Tensor; // concrete in, concrete out
    const numbers = [...output.dataSync()];
    const weights = alone.weights.map((weight): [string, number[]] => [
      weight.originalName,
      [...weight.read().dataSync()],
    ]);
    alone.dispose();
    return { numbers, weights: Object.fromEntries(weights) };
  });
}

const WEIGHTS = {
  gamma: [2, 3],
  beta: [1, -1],
  moving_mean: [0, 40],
  moving_variance: [16, 100],
};
const RUNNING = { 'norm/moving_mean': [0, 40], 'norm/moving_variance': [16, 100] };

describe('a layer outside training', () => {
  test('normalises by the running mean and variance, and does not change them', () => {
    for (const options of [{}, { training: false }]) {
      const { numbers, weights } = called(built({ epsilon: 0 }, WEIGHTS), options);
      expect(numbers).toEqual([1.5, -10, 3.5, 2]);
      expect(weights).toMatchObject(RUNNING);
    }
  });

  test('adds epsilon to the variance', () => {
    const { numbers } = called(built({ epsilon: 9 }, { ...WEIGHTS, gamma: [10, 0] }), {});
    expect(numbers).toEqual([3, -1, 11, -1]);
  });
});

describe('a layer in training', () => {
  test('normalises by the mean and variance of the batch', () => {
    const { numbers } = called(built({ epsilon: 0 }, WEIGHTS), { training: true });
    expect(numbers).toEqual([-1, -4, 3, 2]);
  });

  test('takes a share of 1 - momentum of the running statistics from the batch', () => {
    const { weights } = called(built({ momentum: 0.75 }, WEIGHTS), { training: true });
    expect(weights).toMatchObject({
      'norm/moving_mean': [0.75, 37.5],
      'norm/moving_variance': [13, 175],
    });
  });

  test('stays in inference mode where it is not trainable', () => {
    const frozen = built({ epsilon: 0, trainable: false }, WEIGHTS);
    const { numbers, weights } = called(frozen, { training: true });
    expect(numbers).toEqual([1.5, -10, 3.5, 2]);
    expect(weights).toMatchObject(RUNNING);
  });

  test('keeps no tensors', () => {
    const alone = built({}, WEIGHTS);
    const before = memory().numTensors;
    onBackend('cpu', () => void alone.apply(tensor(NUMBERS, [2, 2]), { training: true }));
    expect(memory().numTensors).toBe(before);
    alone.dispose();
  });
});

describe('the weights of a layer', () => {
  const namesOf = (options: Options): string[] => {
    const alone = built(options);
    const names = alone.weights.map(({ originalName }) => originalName);
    alone.dispose();
    return names;
  };

  test('are those of the layer of tfjs, in its order', () => {
    const running = ['norm/moving_mean', 'norm/moving_variance'];
    expect(namesOf({})).toEqual(['norm/gamma', 'norm/beta', ...running]);
    expect(namesOf({ scale: false })).toEqual(['norm/beta', ...running]);
    expect(namesOf({ center: false, scale: false })).toEqual(running);
  });

  test('are trainable except for the running statistics', () => {
    const alone = built({});
    expect(alone.trainableWeights.map(({ originalName }) => originalName)).toEqual([
      'norm/gamma',
      'norm/beta',
    ]);
    alone.dispose();
  });
});

describe('the axis', () => {
  /** Builds a layer; the batch comes before the shape, as axis 0. */
  const build = (axis: number | number[], shape: (number | null)[]) => () => {
    const images = modelInput({ shape });
    const layer = new BatchNormalisation({ name: 'norm', axis });
    const outputs = layer.apply(images) as SymbolicTensor;
    model({ inputs: images, outputs }).dispose();
  };

  test.each<[number | number[], (number | null)[]]>([
    [-1, [4, 4, 3]],
    [3, [4, 4, 3]],
    [[3], [4, 4, 3]],
    [1, [3]],
  ])('may be %j of %j', (axis, shape) => {
    expect(build(axis, shape)).not.toThrow();
  });

  test.each<[number | number[], (number | null)[]]>([
    [1, [4, 4, 3]],
    [[2], [4, 4, 3]],
    [-1, [4, 4, null]],
  ])('may not be %j of %j', (axis, shape) => {
    const error = expect.objectContaining({
      code: 'model-unsupported',
      message: 'Layer norm is not supported: batch norm runs over the last axis only',
    }) as Error;
    expect(build(axis, shape)).toThrow(error);
  });
});

test('a model with the layer is read from JSON by its class name', async () => {
  const images = modelInput({ shape: [2] });
  const norm = new BatchNormalisation({ name: 'norm', epsilon: 0.5 });
  const written = model({ inputs: images, outputs: norm.apply(images) as SymbolicTensor });
  const json = JSON.parse(written.toJSON() as string) as Parameters<typeof models.modelFromJSON>[0];
  const read = await models.modelFromJSON(json);
  expect(read.getLayer('norm')).toBeInstanceOf(BatchNormalisation);
  for (const made of [written, read]) made.dispose();
});
