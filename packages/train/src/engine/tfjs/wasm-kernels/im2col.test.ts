import { backend_util } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { im2col } from './im2col.ts';

type Shape = readonly [number, number, number];

interface Options {
  /** `[height, width, channels]`. */
  readonly shape: Shape;
  readonly filter: readonly [number, number];
  readonly strides?: [number, number];
  readonly pad?: 'same' | 'valid';
}

/** The rows of the matrix of an image with the numbers 1, 2, 3, ... */
function rows({ shape, filter, strides = [1, 1], pad = 'valid' }: Options): number[][] {
  const geometry = backend_util.computeConv2DInfo(
    [1, ...shape],
    [...filter, shape[2], 1],
    strides,
    1,
    pad,
  );
  const positions = geometry.outHeight * geometry.outWidth;
  const count = filter[0] * filter[1] * shape[2];
  const image = Float32Array.from({ length: shape[0] * shape[1] * shape[2] }, (_, at) => at + 1);
  const target = new Float32Array(count * positions).fill(NaN);
  im2col(image, target, geometry);
  return Array.from({ length: count }, (_, row) => [
    ...target.subarray(row * positions, (row + 1) * positions),
  ]);
}

test('has a row for each tap and a column for each position', () => {
  expect(rows({ shape: [2, 3, 1], filter: [2, 2] })).toEqual([
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 6],
  ]);
});

test('has the channels of a tap in rows of their own', () => {
  expect(rows({ shape: [1, 3, 2], filter: [1, 2] })).toEqual([
    [1, 3],
    [2, 4],
    [3, 5],
    [4, 6],
  ]);
});

test('writes 0 outside the image', () => {
  expect(rows({ shape: [2, 2, 1], filter: [3, 3], pad: 'same' })).toEqual([
    [0, 0, 0, 1],
    [0, 0, 1, 2],
    [0, 0, 2, 0],
    [0, 1, 0, 3],
    [1, 2, 3, 4],
    [2, 0, 4, 0],
    [0, 3, 0, 0],
    [3, 4, 0, 0],
    [4, 0, 0, 0],
  ]);
});

test('has an odd border pixel below and to the right of the image', () => {
  expect(rows({ shape: [2, 1, 1], filter: [2, 1], pad: 'same' })).toEqual([
    [1, 2],
    [2, 0],
  ]);
});

test('moves by the strides of each axis', () => {
  const shape = [3, 3, 1] as const;
  expect(rows({ shape, filter: [1, 1], strides: [2, 1] })).toEqual([[1, 2, 3, 7, 8, 9]]);
  expect(rows({ shape, filter: [1, 1], strides: [1, 2] })).toEqual([[1, 3, 4, 6, 7, 9]]);
});
