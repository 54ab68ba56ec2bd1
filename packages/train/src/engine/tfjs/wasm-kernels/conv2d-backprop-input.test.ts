import { engine, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';

beforeAll(() => startBackend('wasm', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

interface Case {
  readonly dy: readonly [shape: number[], numbers: number[]];
  readonly filter: readonly [shape: number[], numbers: number[]];
  readonly inputShape: [number, number, number, number];
  readonly strides?: [number, number];
  readonly pad?: 'same' | 'valid' | number;
}

function gradientOfInput({ dy, filter, inputShape, strides = [1, 1], pad = 'valid' }: Case) {
  return onBackend('wasm', () => {
    const inputs = { dy: tensor(dy[1], dy[0]), filter: tensor(filter[1], filter[0]) };
    const attrs = { strides, pad, dataFormat: 'NHWC', dimRoundingMode: 'floor', inputShape };
    const before = engine().backend.numDataIds();
    const result = engine().runKernel<Tensor>('Conv2DBackpropInput', inputs, attrs);
    expect(engine().backend.numDataIds()).toBe(before + 1); // the result only
    expect(result.shape).toEqual(inputShape);
    expect([...inputs.dy.dataSync()]).toEqual(dy[1]);
    return [...result.dataSync()];
  });
}

test('of one position is the filter itself', () => {
  const received = gradientOfInput({
    dy: [[1, 1, 1, 1], [2]],
    filter: [
      [2, 2, 1, 1],
      [1, 2, 3, 4],
    ],
    inputShape: [1, 2, 2, 1],
  });
  expect(received).toEqual([2, 4, 6, 8]);
});

test('sums where windows overlap', () => {
  const received = gradientOfInput({
    dy: [
      [1, 1, 2, 1],
      [1, 10],
    ],
    filter: [
      [1, 2, 1, 1],
      [3, 4],
    ],
    inputShape: [1, 1, 3, 1],
  });
  expect(received).toEqual([3, 34, 40]);
});

test('sums over the channels of the output', () => {
  const received = gradientOfInput({
    dy: [
      [1, 1, 1, 3],
      [1, 10, 100],
    ],
    filter: [
      [1, 1, 2, 3],
      [1, 2, 3, 4, 5, 6],
    ],
    inputShape: [1, 1, 1, 2],
  });
  expect(received).toEqual([321, 654]);
});

test('leaves out what falls outside the image', () => {
  const received = gradientOfInput({
    dy: [
      [1, 1, 2, 1],
      [1, 10],
    ],
    filter: [
      [3, 3, 1, 1],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
    inputShape: [1, 1, 2, 1],
    pad: 'same',
  });
  expect(received).toEqual([5 + 40, 6 + 50]);
});

test('is 0 between the strides and at the pixels that no window reaches', () => {
  const received = gradientOfInput({
    dy: [
      [1, 2, 2, 1],
      [1, 2, 3, 4],
    ],
    filter: [[1, 1, 1, 1], [5]],
    inputShape: [1, 3, 4, 1],
    strides: [2, 2],
  });
  expect(received).toEqual([5, 0, 10, 0, 0, 0, 0, 0, 15, 0, 20, 0]);
});

test('takes strides that differ, for each sample', () => {
  const received = gradientOfInput({
    dy: [
      [2, 1, 2, 1],
      [1, 2, 3, 4],
    ],
    filter: [
      [1, 2, 1, 1],
      [1, 10],
    ],
    inputShape: [2, 1, 5, 1],
    strides: [1, 3],
  });
  expect(received).toEqual([1, 10, 0, 2, 20, 3, 30, 0, 4, 40]);
});

test('is right where the border is wider than the filter', () => {
  const received = gradientOfInput({
    dy: [
      [1, 3, 3, 1],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ],
    filter: [[1, 1, 1, 1], [2]],
    inputShape: [1, 1, 1, 1],
    pad: 1,
  });
  expect(received).toEqual([10]);
});
