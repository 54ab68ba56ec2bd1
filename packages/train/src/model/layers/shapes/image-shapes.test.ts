import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { IMAGE_SHAPES } from './image-shapes.ts';

type Config = Readonly<Record<string, Json>>;

const IMAGE = [7, 6, 3];

function output(kind: string, config: Config = {}, input = IMAGE) {
  const node = { name: 'a', layer: 'a', kind, inputs: ['b'], config, trainable: true };
  return IMAGE_SHAPES[kind]!(node, [input])?.output;
}

describe.each(['MaxPooling2D', 'AveragePooling2D'])('%s', (kind) => {
  test.each<[Config, readonly number[]]>([
    [{}, [3, 3, 3]],
    [{ pool_size: 3 }, [2, 2, 3]],
    [{ pool_size: [3, 2], strides: 1 }, [5, 5, 3]],
    [{ pool_size: 3, strides: [2, 1], padding: 'same' }, [4, 6, 3]],
    [{ pool_size: null, strides: null, padding: null }, [3, 3, 3]],
    [{ pool_size: [8, 1] }, [0, 6, 3]],
  ])('with %j has the output %j', (config, expected) => {
    expect(output(kind, config)).toEqual(expected);
  });

  test.each<Config>([
    { pool_size: 0 },
    { pool_size: [2, 2, 2] },
    { strides: 0.5 },
    { padding: 'causal' },
    { data_format: 'channels_first' },
  ])('with %j is not inferred', (config) => {
    expect(output(kind, config)).toBeUndefined();
  });
});

test.each(['GlobalMaxPooling2D', 'GlobalAveragePooling2D'])('%s leaves the channels', (kind) => {
  expect(output(kind)).toEqual([3]);
  expect(output(kind, { data_format: 'channels_first' })).toBeUndefined();
});

describe('ZeroPadding2D', () => {
  test.each<[string, Config, readonly number[]]>([
    ['a border of 1 by default', {}, [9, 8, 3]],
    ['one length for all borders', { padding: 2 }, [11, 10, 3]],
    ['a length for each axis', { padding: [1, 2] }, [9, 10, 3]],
    [
      'a length for each end',
      {
        padding: [
          [0, 1],
          [2, 3],
        ],
      },
      [8, 11, 3],
    ],
    ['no border', { padding: 0 }, [7, 6, 3]],
  ])('has %s', (_, config, expected) => {
    expect(output('ZeroPadding2D', config)).toEqual(expected);
  });

  test.each<[Json]>([[-1], [[1]], [[[1, 2]]], [[[1, 2], 3]], ['1']])(
    'with the border %j is not inferred',
    (padding) => {
      expect(output('ZeroPadding2D', { padding })).toBeUndefined();
    },
  );
});

describe('Cropping2D', () => {
  test.each<[Json, readonly number[]]>([
    [1, [5, 4, 3]],
    [
      [1, 2],
      [5, 2, 3],
    ],
    [
      [
        [0, 1],
        [2, 1],
      ],
      [6, 3, 3],
    ],
    [
      [4, 0],
      [-1, 6, 3],
    ],
  ])('of %j leaves %j', (cropping, expected) => {
    expect(output('Cropping2D', { cropping })).toEqual(expected);
  });

  test('has no default', () => {
    expect(output('Cropping2D', {})).toBeUndefined();
  });
});

describe('UpSampling2D', () => {
  test.each<[Config, readonly number[] | undefined]>([
    [{}, [14, 12, 3]],
    [{ size: [3, 1], interpolation: 'bilinear' }, [21, 6, 3]],
    [{ size: 2 }, undefined],
    [{ size: [0, 1] }, undefined],
    [{ interpolation: 'bicubic' }, undefined],
  ])('with %j has the output %j', (config, expected) => {
    expect(output('UpSampling2D', config)).toEqual(expected);
  });
});

test.each(Object.keys(IMAGE_SHAPES))('%s takes images only', (kind) => {
  const config: Config = kind === 'Cropping2D' ? { cropping: 1 } : {};
  expect(output(kind, config)).toBeDefined();
  expect(output(kind, config, [8])).toBeUndefined();
});
