import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { UNCHANGED_SHAPES } from './unchanged-shapes.ts';

type Config = Readonly<Record<string, Json>>;

const IMAGE = [7, 6, 3];

function shapes(kind: string, config: Config = {}, input = IMAGE) {
  const node = { name: 'a', layer: 'a', kind, inputs: ['b'], config, trainable: true };
  return UNCHANGED_SHAPES[kind]!(node, [input]);
}

test.each(Object.keys(UNCHANGED_SHAPES))('%s has the shape of its input', (kind) => {
  expect(shapes(kind)!.output).toEqual(IMAGE);
  expect(shapes(kind, {}, [8])!.output).toEqual([8]);
});

test('an activation is known by its name', () => {
  expect(shapes('Activation', { activation: 'tanh' })).toEqual({ output: IMAGE });
  expect(shapes('Activation', { activation: 'wobble' })).toBeUndefined();
});

test('an ELU has the slope 1', () => {
  expect(shapes('ELU', { alpha: 1 })).toEqual({ output: IMAGE });
  expect(shapes('ELU', { alpha: 0.5 })).toBeUndefined();
});

test('a PReLU has a slope for each number, or one along the shared axes', () => {
  const alphaOf = (config: Config) => shapes('PReLU', config)?.weights?.['alpha'];
  expect(alphaOf({})).toEqual([7, 6, 3]);
  expect(alphaOf({ shared_axes: [1, 2] })).toEqual([1, 1, 3]);
  expect(alphaOf({ shared_axes: 3 })).toEqual([7, 6, 1]);
  for (const missing of [[0], [4], 4, [1, 9]])
    expect(alphaOf({ shared_axes: missing }), JSON.stringify(missing)).toBeUndefined();
});

describe('BatchNormalization', () => {
  const weightsOf = (config: Config, input = IMAGE) =>
    shapes('BatchNormalization', config, input)?.weights;

  test('has a number for each channel, in the order of TensorFlow.js', () => {
    const weights = weightsOf({});
    expect(Object.keys(weights!)).toEqual(['gamma', 'beta', 'moving_mean', 'moving_variance']);
    expect(Object.values(weights!)).toEqual([[3], [3], [3], [3]]);
  });

  test('has gamma and beta only with scale and centre', () => {
    const statistics = { moving_mean: [3], moving_variance: [3] };
    expect(weightsOf({ scale: false })).toEqual({ beta: [3], ...statistics });
    expect(weightsOf({ center: false, scale: null })).toEqual({ gamma: [3], ...statistics });
    expect(weightsOf({ scale: false, center: false })).toEqual(statistics);
  });

  test.each<[Json, number]>([
    [-1, 3],
    [3, 3],
    [[3], 3],
    [1, 7],
    [-2, 6],
    [null, 3],
  ])('of the axis %j has %i numbers', (axis, length) => {
    expect(weightsOf({ axis })!['moving_mean']).toEqual([length]);
  });

  test.each<[Json]>([[0], [4], [-4], [-5], [[1, 2]], [[-1]], [1.5]])(
    'of the axis %j is not inferred',
    (axis) => {
      expect(weightsOf({ axis })).toBeUndefined();
    },
  );
});

describe('LayerNormalization', () => {
  const weightsOf = (config: Config) => shapes('LayerNormalization', config)?.weights;

  test.each<[Json, readonly number[]]>([
    [-1, [3]],
    [null, [3]],
    [
      [2, 3],
      [6, 3],
    ],
    [
      [-1, -3],
      [3, 7],
    ],
    [1, [7]],
  ])('over the axes %j has weights of the shape %j', (axis, shape) => {
    expect(weightsOf({ axis })).toEqual({ gamma: shape, beta: shape });
  });

  test('has gamma and beta only with scale and centre', () => {
    expect(weightsOf({ scale: false })).toEqual({ beta: [3] });
    expect(weightsOf({ scale: false, center: false })).toEqual({});
  });

  test.each<[Json]>([[0], [4], [-4], [-5], [-8], [[1, -5]], [[]], [[3, -1]], [[2, 2]]])(
    'over the axes %j is not inferred',
    (axis) => {
      expect(weightsOf({ axis })).toBeUndefined();
    },
  );
});
