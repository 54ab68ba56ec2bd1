import { describe, expect, test } from 'vitest';
import type { Json } from '@sprout/core';
import type { LayerNode } from '../../model/layers/layer-node.ts';
import { convolutionSchema, layerConfig, poolingSchema, windowOver } from './layer-config.ts';

function layer(config: Record<string, Json>): LayerNode {
  return { name: 'window', layer: 'window', kind: 'Conv2D', inputs: [], config, trainable: true };
}

const image = { name: 'image', type: 'float32', shape: ['batch', 3, 7, 9] } as const;

describe('layerConfig', () => {
  test('fills in what a configuration leaves out', () => {
    expect(layerConfig(layer({ kernel_size: 3 }), convolutionSchema)).toEqual({
      kernel_size: [3, 3],
      strides: [1, 1],
      padding: 'valid',
      dilation_rate: [1, 1],
      groups: 1,
    });
    expect(layerConfig(layer({ pool_size: [2, 3] }), poolingSchema).strides).toBeUndefined();
  });

  test.each([
    [{ kernel_size: 3, dilation_rate: [2, 2] }, 'dilation_rate: must be 1'],
    [{ kernel_size: 3, groups: 2 }, 'groups:'],
    [{ kernel_size: 3, data_format: 'channels_first' }, 'data_format:'],
    [{}, 'kernel_size:'],
  ])('refuses %j, naming layer and key', (config, key) => {
    expect(() => layerConfig(layer(config), convolutionSchema)).toThrow(
      `Layer window is not supported: ${key}`,
    );
  });
});

describe('windowOver', () => {
  const options = { layer: layer({}), size: [2, 3], strides: [2, 2] } as const;

  test('has no borders where padding is valid', () => {
    expect(windowOver(image, { ...options, padding: 'valid' })).toEqual({
      size: [2, 3],
      strides: [2, 2],
      borders: { top: 0, left: 0, bottom: 0, right: 0 },
    });
  });

  test('puts an odd border pixel at the bottom and the right, as TensorFlow does', () => {
    const { borders } = windowOver(image, { ...options, size: [4, 4], padding: 'same' });
    expect(borders).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
    const few = windowOver(image, { ...options, padding: 'same' });
    expect(few.borders).toEqual({ top: 0, left: 1, bottom: 1, right: 1 });
  });

  test('refuses a window that is larger than the image', () => {
    expect(() => windowOver(image, { ...options, size: [8, 3], padding: 'valid' })).toThrow(
      'Layer window is not supported: its window of 8 x 3 does not fit 7 x 9 pixels',
    );
  });
});
