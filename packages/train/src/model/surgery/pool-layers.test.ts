import { expect, test } from 'vitest';
import type { BaseName } from '../../zoo/bases/base-table.ts';
import { createBase } from '../../zoo/create-base.ts';
import { outputLayer } from './output-layer.ts';
import { outputShape } from './output-shape.ts';
import { poolLayers } from './pool-layers.ts';
import { readTopology } from '../layers/read-topology.ts';

const base = (name: BaseName) => createBase(name, { height: 64, width: 64, parameters: {} });

test('the means of the last rectified layers of a base are concatenated', () => {
  const pooled = poolLayers(base('efficientnet-lite0'), 4);
  expect(outputShape(pooled)).toEqual([1152 + 1152 + 1152 + 1280]);
  expect(outputLayer(pooled)).toBe('pooled-4');
  const last = readTopology(pooled.topology).at(-1)!;
  expect(last.inputs).toEqual([
    'block6c_expand_activation/mean',
    'block6d_expand_activation/mean',
    'block7a_expand_activation/mean',
    'top_activation/mean',
  ]);
});

test.each([
  ['vgg16', 3 * 512 + 256],
  ['squeezenet-1.1', 256 + 64 + 256 + 192],
  ['mobilenet-v1', 2 * 512 + 2 * 1024],
] as const)('the layers of %s have %d channels', (name, size) => {
  expect(outputShape(poolLayers(base(name), 4))).toEqual([size]);
});

test('one layer is allowed, all layers are used if there are fewer, and 0 is an error', () => {
  expect(outputShape(poolLayers(base('efficientnet-lite0'), 1))).toEqual([1280]);
  expect(() => poolLayers(base('vgg16'), 0)).toThrow(/layers must be a whole number, at least 1/);
  expect(outputShape(poolLayers(base('vgg16'), 99))).toEqual([64 + 128 + 2 * 256 + 3 * 512]);
});
