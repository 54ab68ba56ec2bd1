import { tensor, tensor1d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { CHANNEL_GRADIENTS, channelGradients } from './channel-gradients.ts';
import { hasKernel } from './channel-moments.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);
afterAll(() => startBackend('cpu', { threads: 1 }));

const INPUT = [1, 3, 1, 3];
const SCALE = 2;

/** The gradients for one channel of the numbers of `INPUT`. */
function gradients(shape: number[], gradient: number[], epsilon: number): number[][] {
  const results = channelGradients(tensor(gradient, shape), {
    input: tensor(INPUT, shape),
    scale: tensor1d([SCALE]),
    moments: { mean: tensor1d([2]), variance: tensor1d([1]) },
    epsilon,
  });
  expect(results.map((result) => result.shape)).toEqual([shape, [1], [1]]);
  return results.map((result) => [...result.dataSync()]);
}

/** `scale` times the normalised numbers times `weights`, summed, in double precision. */
function weightedSum(
  input: readonly number[],
  weights: readonly number[],
  epsilon: number,
): number {
  const mean = input.reduce((sum, value) => sum + value) / input.length;
  const variance = input.reduce((sum, value) => sum + (value - mean) ** 2, 0) / input.length;
  const deviation = Math.sqrt(variance + epsilon);
  return input.reduce(
    (sum, value, at) => sum + (SCALE * weights[at]! * (value - mean)) / deviation,
    0,
  );
}

test('there is a kernel on wasm only', () => {
  const found = ['cpu', 'wasm'].map((backend) =>
    onBackend(backend, () => hasKernel(CHANNEL_GRADIENTS)),
  );
  expect(found).toEqual([false, true]);
});

describe.each(['cpu', 'wasm'])('channelGradients on %s', (backend) => {
  test.each([[[4, 1]], [[2, 1, 2, 1]]])(
    'gives those computed by hand, for the shape %j',
    (shape) => {
      expect(onBackend(backend, () => gradients(shape, [1, 0, 0, 0], 3))).toEqual([
        [0.6875, -0.1875, -0.3125, -0.1875],
        [-0.5],
        [1],
      ]);
    },
  );

  test('agrees with finite differences of the input', () => {
    const weights = [0.5, -2, 3, 1];
    const [received] = onBackend(backend, () => gradients([4, 1], weights, 0.25));
    const expected = INPUT.map((_, moved) => {
      const at = (step: number) =>
        weightedSum(
          INPUT.map((value, index) => value + (index === moved ? step : 0)),
          weights,
          0.25,
        );
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    });
    for (const [at, value] of expected.entries()) expect(received![at]).toBeCloseTo(value, 5);
  });
});
