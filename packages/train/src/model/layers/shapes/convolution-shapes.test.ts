import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { CONVOLUTION_SHAPES, positions } from './convolution-shapes.ts';

const IMAGE = [7, 6, 3];

function shapes(kind: string, config: Readonly<Record<string, Json>>, input = IMAGE) {
  const node = { name: 'a', layer: 'a', kind, inputs: ['b'], config, trainable: true };
  return CONVOLUTION_SHAPES[kind]!(node, [input]);
}

describe('positions', () => {
  test.each([
    { length: 7, size: 3, stride: 1, same: false, expected: 5 },
    { length: 7, size: 3, stride: 2, same: false, expected: 3 },
    { length: 8, size: 3, stride: 2, same: false, expected: 3 },
    { length: 7, size: 7, stride: 5, same: false, expected: 1 },
    { length: 7, size: 3, stride: 1, same: true, expected: 7 },
    { length: 7, size: 3, stride: 2, same: true, expected: 4 },
    { length: 2, size: 9, stride: 3, same: true, expected: 1 },
  ])(
    'are $expected on $length: $size, stride $stride, same $same',
    ({ length, expected, ...window }) => {
      expect(positions(length, window)).toBe(expected);
    },
  );

  test('are none where the window is larger than the image', () => {
    expect(positions(2, { size: 3, stride: 1, same: false })).toBe(0);
  });
});

describe('Conv2D', () => {
  test('has a position for each place of its window, and filters as channels', () => {
    expect(shapes('Conv2D', { filters: 4, kernel_size: [3, 2] })).toEqual({
      output: [5, 5, 4],
      weights: { kernel: [3, 2, 3, 4], bias: [4] },
    });
    const strided = { filters: 4, kernel_size: 3, strides: 2, padding: 'same', use_bias: false };
    expect(shapes('Conv2D', strided)).toEqual({
      output: [4, 3, 4],
      weights: { kernel: [3, 3, 3, 4] },
    });
  });

  test('counts the gaps of a dilated window', () => {
    const dilated = { filters: 1, kernel_size: 3, dilation_rate: [3, 2] };
    expect(shapes('Conv2D', dilated)!.output).toEqual([1, 2, 1]);
  });

  test.each<[string, Readonly<Record<string, Json>>]>([
    ['no filters', { kernel_size: 3 }],
    ['no window', { filters: 2 }],
    ['a fraction of a filter', { filters: 1.5, kernel_size: 3 }],
    ['channels first', { filters: 2, kernel_size: 3, data_format: 'channels_first' }],
    ['an unknown padding', { filters: 2, kernel_size: 3, padding: 'causal' }],
    ['an unknown activation', { filters: 2, kernel_size: 3, activation: 'wobble' }],
  ])('with %s is not inferred', (_, config) => {
    expect(shapes('Conv2D', config)).toBeUndefined();
  });
});

describe('Conv2DTranspose', () => {
  test('covers all pixels of its windows, with channels last in its weights', () => {
    expect(shapes('Conv2DTranspose', { filters: 2, kernel_size: [3, 5], strides: 2 })).toEqual({
      output: [15, 15, 2],
      weights: { kernel: [3, 5, 2, 3], bias: [2] },
    });
  });

  test('multiplies the size where padding is same, or the window is smaller than the strides', () => {
    const same = { filters: 2, kernel_size: 3, strides: 2, padding: 'same' };
    expect(shapes('Conv2DTranspose', same)!.output).toEqual([14, 12, 2]);
    const gaps = { filters: 2, kernel_size: 1, strides: 3 };
    expect(shapes('Conv2DTranspose', gaps)!.output).toEqual([21, 18, 2]);
  });
});

describe('DepthwiseConv2D', () => {
  test('has some filters for each channel, 1 by default', () => {
    expect(shapes('DepthwiseConv2D', { kernel_size: 3, depth_multiplier: 2 })).toEqual({
      output: [5, 4, 6],
      weights: { depthwise_kernel: [3, 3, 3, 2], bias: [6] },
    });
    expect(shapes('DepthwiseConv2D', { kernel_size: 3, use_bias: false })).toEqual({
      output: [5, 4, 3],
      weights: { depthwise_kernel: [3, 3, 3, 1] },
    });
  });

  test('ignores dilation', () => {
    const dilated = { kernel_size: 3, dilation_rate: 2 };
    expect(shapes('DepthwiseConv2D', dilated)!.output).toEqual([5, 4, 3]);
  });
});

describe('SeparableConv2D', () => {
  const config = { filters: 5, kernel_size: 3, depth_multiplier: 2 };

  test('is a depthwise convolution and one of single pixels', () => {
    expect(shapes('SeparableConv2D', config)).toEqual({
      output: [5, 4, 5],
      weights: {
        depthwise_kernel: [3, 3, 3, 2],
        pointwise_kernel: [1, 1, 6, 5],
        bias: [5],
      },
    });
  });

  test('with an initialiser of a single kernel is not inferred', () => {
    const initialiser = { class_name: 'Zeros', config: {} };
    expect(
      shapes('SeparableConv2D', { ...config, kernel_initializer: initialiser }),
    ).toBeUndefined();
  });
});

test.each(Object.keys(CONVOLUTION_SHAPES))('%s takes images only', (kind) => {
  const config = { filters: 2, kernel_size: 1 };
  expect(shapes(kind, config)).toBeDefined();
  expect(shapes(kind, config, [8])).toBeUndefined();
  expect(shapes(kind, config, [2, 7, 6, 3])).toBeUndefined();
});
