import { describe, expect, test } from 'vitest';
import type { HeadOptions } from './head-spec.ts';
import { addHead } from './add-head.ts';
import { freezeLayers, layersFrom } from './freeze-layers.ts';
import { expectedWeights, type ModelOutline } from './model-outline.ts';
import { replaceHead } from './replace-head.ts';
import { truncateAt } from './truncate-at.ts';
import { readTopology } from '../layers/read-topology.ts';

const layer = (class_name: string, name: string, config: object) => ({
  class_name,
  config: { name, ...config },
});

/** Images of 4 x 4 pixels, a convolution, batch normalisation and a pooling to 2 x 2. */
const BASE: ModelOutline = {
  topology: {
    class_name: 'Sequential',
    config: {
      name: 'base',
      layers: [
        layer('InputLayer', 'images', { batch_input_shape: [null, 4, 4, 1] }),
        layer('Conv2D', 'conv', { filters: 2, kernel_size: [1, 1] }),
        layer('BatchNormalization', 'norm', { trainable: false }),
        layer('MaxPooling2D', 'pool', {}),
      ],
    },
  },
  input: { height: 4, width: 4, channels: 1, normalisation: { mean: [0], deviation: [1] } },
};

const names = ({ topology }: ModelOutline): readonly string[] =>
  readTopology(topology).map(({ name }) => name);
const trainable = ({ topology }: ModelOutline): readonly string[] =>
  readTopology(topology).flatMap((node) => (node.trainable ? node.name : []));
const shapes = (outline: ModelOutline): readonly string[] =>
  expectedWeights(outline).map(({ name, shape }) => `${name} ${shape.join('x')}`);

describe('truncateAt', () => {
  test('ends the model in a layer', () => {
    expect(names(truncateAt(BASE, 'conv'))).toEqual(['images', 'conv']);
    expect(truncateAt(BASE, 'conv').input).toBe(BASE.input);
  });

  test('names a layer that does not exist', () => {
    expect(() => truncateAt(BASE, 'block4')).toThrow('it has no layer block4');
  });
});

describe('freezeLayers', () => {
  test('leaves only some layers trainable', () => {
    expect(trainable(BASE)).toEqual(['conv', 'pool']);
    expect(trainable(freezeLayers(BASE, () => false))).toEqual([]);
    expect(trainable(freezeLayers(BASE, (name) => name === 'norm'))).toEqual(['norm']);
  });

  test('from a layer on trains that layer and all after it', () => {
    const from = layersFrom(BASE, 'norm');
    expect(trainable(freezeLayers(BASE, (name) => from.has(name)))).toEqual(['norm', 'pool']);
    expect(() => layersFrom(BASE, 'nom')).toThrow('it has no layer nom');
  });
});

describe('addHead', () => {
  test('puts layers on the base in one flat model', () => {
    const model = addHead(BASE, [
      { layer: 'flatten' },
      { layer: 'dense', units: 5, activation: 'relu', name: 'hidden' },
      { layer: 'batch-norm' },
      { layer: 'dropout', rate: 0.5 },
      { layer: 'dense', units: 3, activation: 'softmax', name: 'classes' },
    ]);
    expect(names(model).slice(4)).toEqual([
      'flatten1',
      'hidden',
      'batch-norm3',
      'dropout4',
      'classes',
    ]);
    expect(shapes(model).slice(6)).toEqual([
      'hidden/kernel 8x5',
      'hidden/bias 5',
      'batch-norm3/gamma 5',
      'batch-norm3/beta 5',
      'batch-norm3/moving_mean 5',
      'batch-norm3/moving_variance 5',
      'classes/kernel 5x3',
      'classes/bias 3',
    ]);
    expect(trainable(model)).not.toContain('norm');
    expect(trainable(model)).toContain('hidden');
  });

  test.each(['average', 'max'] as const)('takes the %s of the images', (pooling) => {
    const model = addHead(BASE, [{ layer: pooling }, { layer: 'dense', units: 2 }]);
    expect(shapes(model).at(-2)).toBe('dense2/kernel 2x2');
  });

  test.each<[string, HeadOptions]>([
    [
      'Layer average2 is not supported: the layer average does not fit the output of flatten1',
      [{ layer: 'flatten' }, { layer: 'average' }],
    ],
    ['Layer conv is not supported: its name is used twice', [{ layer: 'flatten', name: 'conv' }]],
    ['The head', []],
    ['The head', [{ layer: 'dense', units: 0 }]],
    ['The head', [{ layer: 'flatten', name: '_a' }]],
  ])('refuses a head: %s', (message, head) => {
    expect(() => addHead(BASE, head)).toThrow(message);
  });
});

describe('replaceHead', () => {
  const head: HeadOptions = [{ layer: 'dense', units: 2, activation: 'softmax', name: 'mine' }];
  const whole = addHead(BASE, [
    { layer: 'average' },
    { layer: 'dense', units: 5, name: 'hidden' },
    { layer: 'dropout', rate: 0.5 },
    { layer: 'dense', units: 3, activation: 'softmax', name: 'classes' },
  ]);

  test('replaces the last layer with weights', () => {
    const replaced = replaceHead(whole, { head });
    expect(names(replaced).slice(4)).toEqual(['average1', 'hidden', 'dropout3', 'mine']);
    expect(shapes(replaced).slice(-2)).toEqual(['mine/kernel 5x2', 'mine/bias 2']);
    expect(replaced.input).toBe(BASE.input);
  });

  test('replaces all layers after a given one', () => {
    expect(names(replaceHead(whole, { head, at: 'average1' })).slice(4)).toEqual([
      'average1',
      'mine',
    ]);
    expect(() => replaceHead(whole, { head, at: 'top' })).toThrow('it has no layer top');
  });

  test('needs a layer with weights', () => {
    const bare = truncateAt(BASE, 'images');
    expect(() => replaceHead(bare, { head })).toThrow(
      'its last layer with weights cannot be found',
    );
  });
});

test('weights are expected only where their shapes are certain', () => {
  const topology = {
    class_name: 'Sequential',
    config: {
      layers: [
        layer('InputLayer', 'images', { batch_input_shape: [null, null, null, 1] }),
        layer('Flatten', 'flat', {}),
      ],
    },
  };
  expect(() => expectedWeights({ topology })).toThrow('cannot be inferred');
});
