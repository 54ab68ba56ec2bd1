import { engine, tensor, type Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { CHANNEL_GRADIENTS } from '../batch-norm/channel-gradients.ts';

beforeAll(() => startBackend('wasm', { threads: 1 }));
afterAll(() => startBackend('cpu', { threads: 1 }));

interface Case {
  readonly shape: number[];
  readonly gradient: readonly number[];
  readonly input: readonly number[];
  readonly scale: number[];
  readonly mean: number[];
  readonly variance: number[];
  readonly epsilon: number;
}

function gradients({ shape, gradient, input, scale, mean, variance, epsilon }: Case): number[][] {
  return onBackend('wasm', () => {
    const inputs = {
      gradient: tensor([...gradient], shape),
      input: tensor([...input], shape),
      scale: tensor1d(scale),
      mean: tensor1d(mean),
      variance: tensor1d(variance),
    };
    const before = engine().backend.numDataIds();
    const results = engine().runKernel<Tensor[]>(CHANNEL_GRADIENTS, inputs, { epsilon });
    expect(engine().backend.numDataIds()).toBe(before + 3); // the results only
    expect(results.map((result) => result.shape)).toEqual([shape, [scale.length], [scale.length]]);
    return results.map((result) => [...result.dataSync()]);
  });
}

test('has the gradients of input, scale and offset for each channel', () => {
  const results = gradients({
    shape: [2, 1, 2, 2],
    // the first channel is 1, 3, 1, 3, and the second twice that
    input: [1, 2, 3, 6, 1, 2, 3, 6],
    gradient: [1, 0, 0, 0, 0, 0, 0, 1],
    scale: [2, 1],
    mean: [2, 4],
    variance: [1, 4],
    epsilon: 0,
  });
  expect(results).toEqual([
    [1, 0, 0, -0.25, -1, 0, 0, 0.25],
    [-1, 1],
    [1, 1],
  ]);
});

test('adds epsilon to the variance', () => {
  const results = gradients({
    shape: [4, 1],
    input: [1, 3, 1, 3],
    gradient: [1, 0, 0, 0],
    scale: [2],
    mean: [2],
    variance: [1],
    epsilon: 3,
  });
  expect(results).toEqual([[0.6875, -0.1875, -0.3125, -0.1875], [-0.5], [1]]);
});

test('sums in double precision', () => {
  const [, , offset] = gradients({
    shape: [3, 1],
    input: [1, 1, 1],
    gradient: [1e8, 1, -1e8],
    scale: [1],
    mean: [1],
    variance: [0],
    epsilon: 1,
  });
  expect(offset).toEqual([1]);
});

test('of a constant gradient is 0 for the input', () => {
  const [input, scale, offset] = gradients({
    shape: [2, 2, 1],
    input: [1, 3, 1, 3],
    gradient: [5, 5, 5, 5],
    scale: [7],
    mean: [2],
    variance: [1],
    epsilon: 0,
  });
  expect(input!.map(Math.abs)).toEqual([0, 0, 0, 0]);
  expect([scale, offset]).toEqual([[0], [20]]);
});
