import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { builtShapes } from '../../tfjs/built-shapes.ts';
import { shapesOf } from '../../tfjs/shapes-of.ts';
import { KNOWN_LAYERS } from '../check-topology.ts';
import { readTopology } from '../read-topology.ts';
import { inferShapes } from './infer-shapes.ts';

type Case = readonly [
  kind: string,
  config: Readonly<Record<string, Json>>,
  input?: readonly number[],
];

const IMAGE = [7, 6, 3];

/** Layers whose shapes are inferred. Their input is `IMAGE` unless another one is given. */
const CASES: readonly Case[] = [
  ['Conv2D', { filters: 4, kernel_size: [3, 2] }],
  ['Conv2D', { filters: 4, kernel_size: 3, strides: 2, padding: 'same', use_bias: false }],
  ['Conv2D', { filters: 4, kernel_size: [2, 2], dilation_rate: [2, 1], activation: 'relu' }],
  ['Conv2D', { filters: 1, kernel_size: [2, 3], strides: [3, 2], data_format: 'channels_last' }],
  ['DepthwiseConv2D', { kernel_size: [3, 3], depth_multiplier: 2 }],
  ['DepthwiseConv2D', { kernel_size: 2, padding: 'same', strides: [2, 2], use_bias: false }],
  ['SeparableConv2D', { filters: 5, kernel_size: [3, 3], depth_multiplier: 2 }],
  ['SeparableConv2D', { filters: 5, kernel_size: 2, padding: 'same', use_bias: false }],
  ['Conv2DTranspose', { filters: 2, kernel_size: [3, 3], strides: [2, 2] }],
  ['Conv2DTranspose', { filters: 2, kernel_size: 1, strides: 3 }],
  ['Conv2DTranspose', { filters: 2, kernel_size: 3, strides: 2, padding: 'same', use_bias: false }],
  ['MaxPooling2D', {}],
  ['MaxPooling2D', { pool_size: [3, 3], strides: [2, 2], padding: 'same' }],
  ['AveragePooling2D', { pool_size: [3, 2], strides: 1 }],
  ['GlobalMaxPooling2D', {}],
  ['GlobalAveragePooling2D', { data_format: 'channels_last' }],
  ['ZeroPadding2D', {}],
  ['ZeroPadding2D', { padding: 2 }],
  ['ZeroPadding2D', { padding: [1, 2] }],
  [
    'ZeroPadding2D',
    {
      padding: [
        [0, 1],
        [2, 3],
      ],
    },
  ],
  ['Cropping2D', { cropping: 1 }],
  ['Cropping2D', { cropping: [1, 2] }],
  [
    'Cropping2D',
    {
      cropping: [
        [0, 1],
        [2, 1],
      ],
    },
  ],
  ['UpSampling2D', {}],
  ['UpSampling2D', { size: [3, 1], interpolation: 'bilinear' }],
  ['Dense', { units: 5, activation: 'softmax' }, [8]],
  ['Dense', { units: 5, use_bias: false }, [8]],
  ['Dense', { units: 5 }],
  ['Flatten', {}],
  ['Reshape', { target_shape: [126] }],
  ['Permute', { dims: [3, 1, 2] }],
  ['BatchNormalization', {}],
  ['BatchNormalization', { axis: 3, scale: false }],
  ['BatchNormalization', { axis: [3], center: false }],
  ['BatchNormalization', { axis: -1 }, [8]],
  ['BatchNormalization', { axis: 1 }],
  ['LayerNormalization', {}],
  ['LayerNormalization', { axis: [2, 3], scale: false }],
  ['LayerNormalization', { axis: [-1], center: false }],
  ['Activation', { activation: 'tanh' }],
  ['Dropout', { rate: 0.5 }],
  ['Rescaling', { scale: 0.5 }],
  ['ReLU', { max_value: 6 }],
  ['LeakyReLU', { alpha: 0.2 }],
  ['ThresholdedReLU', { theta: 0.5 }],
  ['ELU', { alpha: 1 }],
  ['Softmax', {}, [8]],
  ['PReLU', {}],
  ['PReLU', { shared_axes: [1, 2] }],
];

/** Layers with two inputs: `IMAGE`, and the given one. */
const MERGES: readonly Case[] = [
  ['Add', {}],
  ['Average', {}],
  ['Maximum', {}],
  ['Minimum', {}],
  ['Multiply', {}, [1, 6, 1]],
  ['Concatenate', {}, [7, 6, 5]],
  ['Concatenate', { axis: 1 }, [2, 6, 3]],
  ['Concatenate', { axis: -2 }, [7, 4, 3]],
];

/** Cases with their JSON as titles. */
function titled(cases: readonly Case[]): readonly (readonly [string, Case])[] {
  return cases.map((given) => [JSON.stringify(given), given]);
}

function sequential([kind, config, input = IMAGE]: Case): Json {
  const layers = [
    { class_name: 'InputLayer', config: { name: 'images', batch_input_shape: [null, ...input] } },
    { class_name: kind, config: { name: 'layer', ...config } },
  ];
  return { class_name: 'Sequential', config: { name: 'model', layers } };
}

function merging([kind, config, second = IMAGE]: Case): Json {
  const layer = (class_name: string, name: string, fields: object, inputs: readonly string[]) => ({
    class_name,
    name,
    config: { name, ...fields },
    inbound_nodes: inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])],
  });
  // a convolution of the image makes the second input, of any smaller size
  const sizes = second.length === 3 ? second : IMAGE;
  const [height, width, channels] = sizes as [number, number, number]; // three axes
  const layers = [
    layer('InputLayer', 'images', { batch_input_shape: [null, ...IMAGE] }, []),
    layer('Conv2D', 'narrow', { filters: channels, kernel_size: [8 - height, 7 - width] }, [
      'images',
    ]),
    layer(kind, 'layer', config, ['images', 'narrow']),
  ];
  const ends = { input_layers: [['images', 0, 0]], output_layers: [['layer', 0, 0]] };
  return { class_name: 'Model', config: { name: 'model', layers, ...ends } };
}

describe('inferred shapes and weights equal those of TensorFlow.js:', () => {
  test.each(titled(CASES))('%s', async (_, given) => {
    const topology = sequential(given);
    expect(inferShapes(readTopology(topology))).toEqual(
      await builtShapes(topology, { limit: 1e4, origin: 'no more are tested' }),
    );
  });

  test.each(titled(MERGES))('%s', async (_, given) => {
    const topology = merging(given);
    expect(inferShapes(readTopology(topology))).toBeDefined();
    expect(await shapesOf(topology, 0)).toEqual(
      await builtShapes(topology, { limit: 1e4, origin: 'no more are tested' }),
    );
  });

  test('the cases cover every known class except for models in the model', () => {
    const tested = new Set([...CASES, ...MERGES].map(([kind]) => kind));
    const nested = ['Sequential', 'Model', 'Functional'];
    const others = [...KNOWN_LAYERS].filter((kind) => !tested.has(kind) && kind !== 'InputLayer');
    expect(others).toEqual(nested);
  });

  test('the weights of a frozen layer are not trainable', async () => {
    const topology = sequential(['BatchNormalization', { trainable: false }]);
    const inferred = inferShapes(readTopology(topology));
    expect(inferred).toEqual(
      await builtShapes(topology, { limit: 1e4, origin: 'no more are tested' }),
    );
    expect(inferred!.at(-1)!.weights.some(({ trainable }) => trainable)).toBe(false);
  });
});

describe('nothing is inferred for', () => {
  test.each<[string, Case]>([
    ['a model in the model', ['Sequential', { layers: [] }]],
    ['channels first', ['Conv2D', { filters: 1, kernel_size: 3, data_format: 'channels_first' }]],
    ['an unknown activation', ['Dense', { units: 1, activation: 'wobble' }, [8]]],
    ['a regularizer', ['Dense', { units: 1, kernel_regularizer: { class_name: 'L1L2' } }, [8]]],
    ['keys in camel case', ['MaxPooling2D', { poolSize: [3, 3] }]],
    ['a setting that is missing', ['Conv2D', { filters: 1 }]],
    ['a window larger than the image', ['Conv2D', { filters: 1, kernel_size: 9 }]],
    ['a vector where an image is expected', ['Conv2D', { filters: 1, kernel_size: 1 }, [8]]],
    ['an axis that does not exist', ['BatchNormalization', { axis: 7 }]],
    ['the batch axis', ['BatchNormalization', { axis: 0 }]],
    ['a reshape to another size', ['Reshape', { target_shape: [5] }]],
    ['a reshape with an unknown dimension', ['Reshape', { target_shape: [-1, 9] }]],
    ['a permutation of other axes', ['Permute', { dims: [2, 1] }]],
    ['a flat input to a flatten', ['Flatten', {}, [8]]],
    ['an ELU of another slope', ['ELU', { alpha: 2 }]],
  ])('%s', (_, [kind, config, input = IMAGE]) => {
    const images = { name: 'images', layer: 'images', kind: 'InputLayer', inputs: [] };
    const batch = { batch_input_shape: [null, ...input] };
    const layers = [
      { ...images, config: batch, trainable: false },
      { name: 'layer', layer: 'layer', kind, inputs: ['images'], config, trainable: true },
    ];
    expect(inferShapes(layers)).toBeUndefined();
  });

  test.each([
    ['an unknown size', [null, null, null, 3]],
    ['a batch of a fixed size', [2, 7, 6, 3]],
    ['no shape', undefined],
  ])('an input with %s', (_, shape) => {
    const config = shape === undefined ? {} : { batch_input_shape: shape };
    const input = { name: 'images', layer: 'images', kind: 'InputLayer', inputs: [], config };
    expect(inferShapes([{ ...input, trainable: false }])).toBeUndefined();
  });

  test.each([
    ['Add', {}, [7, 6, 2]],
    ['Concatenate', {}, [7, 5, 3]],
    ['Concatenate', { axis: 0 }, [7, 6, 3]],
  ])('%s %j with an input %j', (kind, config, second) => {
    expect(inferShapes(readTopology(merging([kind, config, second])))).toBeUndefined();
  });
});

describe('refuses', () => {
  const layer = (class_name: string, name: string, config: Readonly<Record<string, Json>>) => ({
    class_name,
    config: { name, ...config },
  });
  const infer = (...layers: readonly Json[]) =>
    inferShapes(
      readTopology({
        class_name: 'Sequential',
        config: {
          layers: [
            layer('InputLayer', 'images', { batch_input_shape: [null, ...IMAGE] }),
            ...layers,
          ],
        },
      }),
    );

  test('a chain that multiplies its image, naming the first layer that is too large', () => {
    const chain = Array.from({ length: 400 }, (_, at) => layer('UpSampling2D', `up${at}`, {}));
    expect(() => infer(...chain)).toThrow(
      /^Layer up\d+ is not supported: its output \d+ x \d+ x 3 has \d+ numbers for one image; at most \d+ fit/,
    );
  });

  test('a padding that is too large', () => {
    expect(() => infer(layer('ZeroPadding2D', 'pad', { padding: 1e9 }))).toThrow('Layer pad');
  });

  test('an output of too many axes', () => {
    const reshape = layer('Reshape', 'deep', { target_shape: [126, 1, 1, 1, 1, 1] });
    expect(() => infer(reshape)).toThrow('its output has 6 axes');
  });
});
