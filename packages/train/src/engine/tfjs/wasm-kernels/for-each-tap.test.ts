import { backend_util } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { forEachTap } from './for-each-tap.ts';

interface Options {
  /** `[count, height, width, channels]`. */
  readonly shape: [number, number, number, number];
  /** `[height, width]`. */
  readonly filter: readonly [number, number];
  readonly strides?: [number, number];
  readonly dilations?: [number, number];
  readonly pad?: 'same' | 'valid';
}

/** The offsets `[input, filter, output]` of a depthwise convolution, with two filters for each channel. */
function offsets({ shape, filter, strides = [1, 1], dilations = [1, 1], ...rest }: Options) {
  const geometry = backend_util.computeConv2DInfo(
    shape,
    [...filter, shape[3], 2],
    strides,
    dilations,
    rest.pad ?? 'valid',
    undefined,
    true,
  );
  const visited: number[][] = [];
  forEachTap(geometry, ({ input, filter: tap, output }) => visited.push([input, tap, output]));
  return visited;
}

test('visits each tap at each position', () => {
  expect(offsets({ shape: [1, 1, 3, 1], filter: [1, 2] })).toEqual([
    [0, 0, 0],
    [1, 0, 2],
    [1, 2, 0],
    [2, 2, 2],
  ]);
});

test('counts the channels of the image, the filters and the output', () => {
  expect(offsets({ shape: [1, 2, 1, 3], filter: [2, 1] })).toEqual([
    [0, 0, 0],
    [3, 6, 0],
  ]);
});

test('leaves out taps outside the image', () => {
  expect(offsets({ shape: [1, 1, 2, 1], filter: [3, 3], pad: 'same' })).toEqual([
    [0, 6, 2],
    [0, 8, 0],
    [1, 8, 2],
    [1, 10, 0],
  ]);
});

test('moves by strides and dilations', () => {
  expect(offsets({ shape: [1, 3, 1, 1], filter: [1, 1], strides: [2, 2] })).toEqual([
    [0, 0, 0],
    [2, 0, 2],
  ]);
  expect(offsets({ shape: [1, 1, 4, 1], filter: [1, 2], dilations: [1, 3] })).toEqual([
    [0, 0, 0],
    [3, 2, 0],
  ]);
});

test('goes on with the next image', () => {
  expect(offsets({ shape: [2, 1, 2, 1], filter: [1, 2] })).toEqual([
    [0, 0, 0],
    [1, 2, 0],
    [2, 0, 2],
    [3, 2, 2],
  ]);
});
