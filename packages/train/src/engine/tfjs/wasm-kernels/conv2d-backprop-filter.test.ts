import { engine, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';

beforeAll(() => startBackend('wasm', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

interface Case {
  readonly x: readonly [shape: number[], numbers: number[]];
  readonly dy: readonly [shape: number[], numbers: number[]];
  readonly filterShape: [number, number, number, number];
  readonly strides?: [number, number];
  readonly pad?: 'same' | 'valid' | number;
}

function gradientOfFilters({ x, dy, filterShape, strides = [1, 1], pad = 'valid' }: Case) {
  return onBackend('wasm', () => {
    const inputs = { x: tensor(x[1], x[0]), dy: tensor(dy[1], dy[0]) };
    const attrs = { strides, pad, dataFormat: 'NHWC', dimRoundingMode: 'floor', filterShape };
    const before = engine().backend.numDataIds();
    const result = engine().runKernel<Tensor>('Conv2DBackpropFilter', inputs, attrs);
    expect(engine().backend.numDataIds()).toBe(before + 1); // the result only
    expect(result.shape).toEqual(filterShape);
    return [...result.dataSync()];
  });
}

test('is the pixel under each tap times the gradient', () => {
  const x: Case['x'] = [
    [1, 2, 2, 1],
    [1, 2, 3, 4],
  ];
  expect(gradientOfFilters({ x, dy: [[1, 1, 1, 1], [2]], filterShape: [2, 2, 1, 1] })).toEqual([
    2, 4, 6, 8,
  ]);
});

test('has a filter for each pair of channels', () => {
  const received = gradientOfFilters({
    x: [
      [1, 1, 2, 2],
      [1, 10, 2, 20],
    ],
    dy: [
      [1, 1, 2, 3],
      [1, 0, 2, 0, 1, 3],
    ],
    filterShape: [1, 1, 2, 3],
  });
  expect(received).toEqual([1, 2, 8, 10, 20, 80]);
});

test('sums over samples and positions', () => {
  const received = gradientOfFilters({
    x: [
      [2, 1, 3, 1],
      [1, 2, 3, 10, 20, 30],
    ],
    dy: [
      [2, 1, 2, 1],
      [1, 2, 3, 4],
    ],
    filterShape: [1, 2, 1, 1],
  });
  expect(received).toEqual([5 + 110, 8 + 180]);
});

test('has no pixels outside the image', () => {
  const received = gradientOfFilters({
    x: [
      [1, 1, 2, 1],
      [5, 7],
    ],
    dy: [
      [1, 1, 2, 1],
      [1, 10],
    ],
    filterShape: [3, 3, 1, 1],
    pad: 'same',
  });
  expect(received).toEqual([0, 0, 0, 50, 75, 7, 0, 0, 0]);
});

test('steps by the strides, and leaves out the rest of the image', () => {
  const received = gradientOfFilters({
    x: [
      [1, 3, 4, 1],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    ],
    dy: [
      [1, 2, 2, 1],
      [1, 2, 3, 4],
    ],
    filterShape: [1, 1, 1, 1],
    strides: [2, 2],
  });
  expect(received).toEqual([1 + 2 * 3 + 3 * 9 + 4 * 11]);
});

test('sums samples in double precision', () => {
  const received = gradientOfFilters({
    x: [
      [3, 1, 1, 1],
      [1e8, 1, -1e8],
    ],
    dy: [
      [3, 1, 1, 1],
      [1, 1, 1],
    ],
    filterShape: [1, 1, 1, 1],
  });
  expect(received).toEqual([1]);
});
