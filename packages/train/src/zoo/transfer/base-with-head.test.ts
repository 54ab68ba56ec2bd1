import { describe, expect, test } from 'vitest';
import { readTopology } from '../../model/layers/read-topology.ts';
import { createBase, withWeights } from '../create-base.ts';
import { outlineSummary } from '../summary.ts';
import { headWithClasses } from './head-with-classes.ts';
import { baseWithHead, outlineWithHead } from './base-with-head.ts';
import { transferDefaults } from './transfer-defaults.ts';
import { transferSchema } from './transfer-schema.ts';

const PARAMETERS = { alpha: 0.25 };
const images = createBase('mobilenet-v1', { height: 64, width: 64, parameters: PARAMETERS });
const vectors = createBase('mobilenet-v1', {
  height: 64,
  width: 64,
  pooling: 'avg',
  parameters: PARAMETERS,
});

const kinds = (head: ReturnType<typeof headWithClasses>) => head.map(({ layer }) => layer);

describe('headWithClasses', () => {
  test('is a dense layer on vectors, and flattens images', () => {
    expect(kinds(headWithClasses(vectors, { classes: 3 }))).toEqual(['dense']);
    expect(kinds(headWithClasses(images, { classes: 3 }))).toEqual(['flatten', 'dense']);
  });

  test('keeps a layer that turns images into vectors', () => {
    const layers = ['average', { dropout: 0.2 }] as const;
    expect(kinds(headWithClasses(images, { layers: [...layers], classes: 3 }))).toEqual([
      'average',
      'dropout',
      'dense',
    ]);
  });

  test('reads the short forms of layers', () => {
    const layers = transferSchema('vgg16').parse({
      head: [{ dense: 8 }, 'batch-norm', { layer: 'dense', units: 4, activation: 'tanh' }],
    }).head!;
    expect(headWithClasses(vectors, { layers, classes: 2 })).toEqual([
      { layer: 'dense', units: 8, activation: 'relu' },
      { layer: 'batch-norm' },
      { layer: 'dense', units: 4, activation: 'tanh' },
      { layer: 'dense', name: 'classes', units: 2, activation: 'softmax' },
    ]);
  });
});

describe('baseWithHead', () => {
  const head = headWithClasses(vectors, { classes: 3 });
  const base = withWeights(vectors, { seed: 7 });

  test('shares the weights of the base, and makes those of the head', () => {
    const joined = baseWithHead(base, { head, seed: 0 });
    expect(joined.weights.slice(0, -2)).toEqual(base.weights);
    expect(joined.weights[0]!.data).toBe(base.weights[0]!.data);
    expect(joined.weights.at(-1)).toMatchObject({ name: 'classes/bias', shape: [3] });
    expect(joined.weights.at(-2)!.data.some((value) => value !== 0)).toBe(true);
    expect(joined.input).toEqual(base.input);
  });

  test.each([
    ['none', ['classes']],
    ['from:conv_pw_13', ['conv_pw_13', 'conv_pw_13_bn', 'conv_pw_13_relu', 'avg_pool', 'classes']],
  ])('trains with %s the layers %j', (trainable, expected) => {
    const { topology } = outlineWithHead(vectors, { head, trainable });
    const trained = readTopology(topology).filter((node) => node.trainable);
    expect(trained.map(({ name }) => name)).toEqual(expected);
  });

  test('trains everything but running statistics with all', () => {
    const { parameters, trainable } = outlineSummary(
      outlineWithHead(vectors, { head, trainable: 'all' }),
    );
    expect(parameters).toBe(218_544 + 3 * 257);
    expect(trainable).toBe(parameters - 5472);
  });

  test('refuses a layer that the base does not have', () => {
    expect(() => outlineWithHead(vectors, { head, trainable: 'from:conv9' })).toThrow(
      'it has no layer conv9',
    );
  });
});

test('VGG16 is flattened at 150 x 150 pixels, the others are averaged at the size of their release', () => {
  expect(transferDefaults('vgg16', 'none')).toMatchObject({
    pooling: 'none',
    recipe: [{ height: 150, width: 150 }],
  });
  expect(transferDefaults('squeezenet-1.1', 'all')).toMatchObject({
    pooling: 'avg',
    recipe: [{ height: 227, width: 227 }],
  });
});
