import { tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';
import { CHANNEL_MOMENTS, channelMoments, hasKernel } from './channel-moments.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);
afterAll(() => startBackend('cpu', { threads: 1 }));

test('a kernel belongs to a backend', () => {
  const found = ['cpu', 'wasm'].map((backend) =>
    onBackend(backend, () => [hasKernel(CHANNEL_MOMENTS), hasKernel('Add'), hasKernel('Adds')]),
  );
  expect(found).toEqual([
    [false, true, false],
    [true, true, false],
  ]);
});

describe.each(['cpu', 'wasm'])('channelMoments on %s', (backend) => {
  const moments = (numbers: number[], shape: number[]) =>
    onBackend(backend, () => {
      const { mean, variance } = channelMoments(tensor(numbers, shape));
      expect([mean.shape, variance.shape]).toEqual([[shape.at(-1)], [shape.at(-1)]]);
      return { mean: [...mean.dataSync()], variance: [...variance.dataSync()] };
    });

  test.each([[[4, 2]], [[2, 2, 1, 2]]])('runs over all axes but the last of %j', (shape) => {
    expect(moments([1, 0, 3, 8, 1, 0, 3, 8], shape)).toEqual({ mean: [2, 4], variance: [1, 16] });
  });

  test('divides by the number of rows', () => {
    expect(moments([1, 5], [2, 1])).toEqual({ mean: [3], variance: [4] });
    expect(moments([7], [1, 1])).toEqual({ mean: [7], variance: [0] });
  });

  test('has no negative variance', () => {
    const { variance } = moments([0.1, 0.1, 0.1], [3, 1]);
    expect(variance[0]).toBeGreaterThanOrEqual(0);
    expect(variance[0]).toBeLessThan(1e-12);
  });
});
