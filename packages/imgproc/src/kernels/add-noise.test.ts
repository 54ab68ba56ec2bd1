import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { addNoise, addScalar } from './add-noise.ts';
import { noiseState } from './noise-stream.ts';
import { normalTable } from './normal-noise.ts';

const state = () => noiseState(rngAt(1, ['noise']));
const flat = (value: number) => ({
  height: 100,
  width: 200,
  channels: 3,
  data: new Uint8Array(60_000).fill(value),
});

test.each([true, false])('has the pixels of the scalar code (per channel: %s)', (perChannel) => {
  const table = normalTable(4, 33);
  for (const [height, width] of [
    [1, 1],
    [37, 41],
    [64, 48],
  ] as const) {
    const source = images.noise(height, width);
    const fast = addNoise(source, table, { state: state(), perChannel }).data;
    expect(fast).toEqual(addScalar(source.data, table, { state: state(), perChannel }));
  }
});

test('the noise has its quantiles', () => {
  const { data } = addNoise(flat(128), normalTable(0, 20), { state: state(), perChannel: true });
  const sorted = data.toSorted();
  // 128 and -1.96, -1, 0, 1 and 1.96 deviations, rounded
  const quantiles = [0.025, 0.15866, 0.5, 0.84134, 0.975].map(
    (share) => sorted[Math.floor(share * 60_000)],
  );
  expect(quantiles).toEqual([89, 108, 128, 148, 167]);
});

test('sums are limited to bytes', () => {
  const table = normalTable(0, 100);
  const white = addNoise(flat(255), table, { state: state(), perChannel: true }).data;
  const limited = white.reduce((count, value) => count + Number(value === 255), 0);
  expect(Math.abs(limited / 60_000 - 0.502)).toBeLessThan(0.007);
});

test('one number for a pixel keeps grey grey', () => {
  const { data } = addNoise(flat(90), normalTable(0, 20), { state: state(), perChannel: false });
  expect(data.every((value, at) => value === data[at - (at % 3)])).toBe(true);
  expect(new Set(data).size).toBeGreaterThan(60);
});
