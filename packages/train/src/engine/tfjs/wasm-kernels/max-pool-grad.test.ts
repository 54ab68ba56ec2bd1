import { engine, maxPool, tensor, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';

beforeAll(() => startBackend('wasm', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

interface Case {
  /** Images, `[count, height, width, channels]`. */
  readonly input: readonly [shape: [number, number, number, number], numbers: number[]];
  readonly gradient: readonly number[];
  readonly size: [number, number];
  readonly strides?: [number, number];
  readonly pad?: 'same' | 'valid';
}

function gradientOfInput({ input: [shape, numbers], gradient, size, ...rest }: Case) {
  const { strides = [1, 1], pad = 'valid' } = rest;
  return onBackend('wasm', () => {
    const input = tensor4d(numbers, shape);
    const output = maxPool(input, size, strides, pad);
    const inputs = { dy: tensor([...gradient], output.shape), input, output };
    const attrs = { filterSize: size, strides, pad };
    const before = engine().backend.numDataIds();
    const result = engine().runKernel<Tensor>('MaxPoolGrad', inputs, attrs);
    expect(engine().backend.numDataIds()).toBe(before + 1); // the result only
    expect(result.shape).toEqual(shape);
    return [...result.dataSync()];
  });
}

test('goes to the largest pixel of a window, also where it is negative', () => {
  const input: Case['input'] = [
    [1, 2, 2, 1],
    [-3, -4, -1, -2],
  ];
  expect(gradientOfInput({ input, gradient: [5], size: [2, 2] })).toEqual([0, 0, 5, 0]);
});

test('goes to the first of equal pixels', () => {
  const input: Case['input'] = [
    [1, 2, 2, 1],
    [0, 7, 7, 7],
  ];
  expect(gradientOfInput({ input, gradient: [5], size: [2, 2] })).toEqual([0, 5, 0, 0]);
});

test('sums where windows overlap', () => {
  const input: Case['input'] = [
    [1, 1, 4, 1],
    [0, 2, 1, 0],
  ];
  expect(gradientOfInput({ input, gradient: [3, 4, 5], size: [1, 2] })).toEqual([0, 7, 5, 0]);
});

test('goes to each channel by itself', () => {
  const input: Case['input'] = [
    [1, 1, 2, 2],
    [1, 20, 2, 10],
  ];
  expect(gradientOfInput({ input, gradient: [3, 4], size: [1, 2] })).toEqual([0, 4, 3, 0]);
});

test('never goes to the border, which is not a pixel', () => {
  const input: Case['input'] = [
    [1, 1, 2, 1],
    [-5, -6],
  ];
  const pooled = gradientOfInput({ input, gradient: [3, 4], size: [3, 3], pad: 'same' });
  expect(pooled).toEqual([7, 0]);
});

test('steps by the strides of each axis, in every image', () => {
  const received = gradientOfInput({
    input: [
      [2, 2, 3, 1],
      [1, 9, 2, 3, 8, 4, 6, 5, 4, 1, 2, 3],
    ],
    gradient: [1, 2, 3, 4, 5, 6],
    size: [2, 1],
    strides: [2, 1],
  });
  expect(received).toEqual([0, 2, 0, 1, 0, 3, 4, 5, 6, 0, 0, 0]);
});
