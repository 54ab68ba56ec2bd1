import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { multiplyNoise, multiplyScalar } from './multiply-noise.ts';
import { noiseState } from './noise-stream.ts';

const options = (low: number, high: number, perChannel = true) => ({
  low,
  high,
  perChannel,
  state: noiseState(rngAt(2, ['noise'])),
});

test.each([true, false])('has the pixels of the scalar code (per channel: %s)', (perChannel) => {
  for (const [height, width] of [
    [1, 1],
    [37, 41],
    [64, 48],
  ] as const) {
    const source = images.noise(height, width);
    const fast = multiplyNoise(source, options(0.3, 2.7, perChannel)).data;
    expect(fast).toEqual(multiplyScalar(source.data, options(0.3, 2.7, perChannel)));
  }
});

test('a fixed factor multiplies, rounds and limits', () => {
  const data = Uint8Array.from([0, 1, 3, 100, 170, 171]);
  const pair = { height: 1, width: 2, channels: 3, data };
  expect([...multiplyNoise(pair, options(1.5, 1.5)).data]).toEqual([0, 2, 5, 150, 255, 255]);
});

test('the factors are uniform', () => {
  const source = { height: 100, width: 200, channels: 3, data: new Uint8Array(60_000).fill(100) };
  const sorted = multiplyNoise(source, options(0.5, 1.5)).data.toSorted();
  for (const share of [0.1, 0.5, 0.9])
    expect(Math.abs(sorted[60_000 * share]! - (50 + 100 * share))).toBeLessThanOrEqual(1);
});
