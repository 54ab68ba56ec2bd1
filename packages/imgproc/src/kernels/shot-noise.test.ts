import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { noiseState } from './noise-stream.ts';
import { poisson } from './poisson.ts';
import { shotNoise, shotScalar, shotTables } from './shot-noise.ts';

const state = () => noiseState(rngAt(3, ['noise']));

test.each(pixelEffects['shot-noise'])(
  'scale $scale: the values are those of albumentations',
  ({ scale, values }) => {
    const drawn = new Set(shotTables(scale).values);
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([...new Set(values)]);
  },
);

test('has the pixels of the scalar code', () => {
  const tables = shotTables(0.13);
  const source = images.noise(37, 41);
  expect(shotNoise(source, tables, state()).data).toEqual(shotScalar(source.data, tables, state()));
});

test('a value has the distribution of Poisson', () => {
  const source = { height: 100, width: 200, channels: 3, data: new Uint8Array(60_000).fill(128) };
  const { data } = shotNoise(source, shotTables(0.1), state());
  const values = pixelEffects['shot-noise'][0]!.values;
  const shares = poisson((128 / 255) ** 2.2 / 0.1, 10);
  for (const [count, share] of shares.entries()) {
    const found = data.reduce((sum, value) => sum + Number(value === values[count]), 0) / 60_000;
    expect(Math.abs(found - share)).toBeLessThan(0.006); // more than 3 standard errors
  }
});

test('black stays black', () => {
  const source = { height: 1, width: 2, channels: 3, data: new Uint8Array(6) };
  expect(shotNoise(source, shotTables(0.2), state())).toEqual(source);
});
