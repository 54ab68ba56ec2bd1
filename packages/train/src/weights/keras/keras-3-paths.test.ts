import { expect, test } from 'vitest';
import { keras3Paths } from './keras-3-paths.ts';

const layer = (kind: string, name: string) => ({ class_name: kind, config: { name } });

test('layers are numbered by class, in snake case as Keras writes it', () => {
  const inner = { class_name: 'Sequential', config: { name: 's', layers: [layer('Dense', 'i')] } };
  const layers = [
    layer('Conv2D', 'a'),
    layer('DepthwiseConv2D', 'b'),
    layer('Conv2D', 'c'),
    layer('ReLU', 'd'),
    inner,
    layer('BatchNormalization', 'e'),
  ];
  const paths = keras3Paths({ class_name: 'Functional', config: { layers } });
  expect(paths.map(({ name, path }) => `${name} ${path}`)).toEqual([
    'a layers/conv2d',
    'b layers/depthwise_conv2d',
    'c layers/conv2d_1',
    'd layers/re_lu',
    's layers/sequential',
    'i layers/sequential/layers/dense',
    'e layers/batch_normalization',
  ]);
});

test.each([null, 3, [], { config: [] }, { config: { layers: [null, 'x'] } }])(
  '%j has no layers',
  (config) => {
    expect(keras3Paths(config)).toEqual([]);
  },
);
