import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { image } from '../../fixtures/ops.ts';
import { pixelEffects } from '../../fixtures/pixel-effects.ts';
import { differences } from '../../test/differences.ts';
import { imageOf } from '../../test/small-images.ts';
import { drawIsoNoise, isoNoise, lightnessDeviation } from './iso-noise.ts';

test.each(pixelEffects['iso-noise'])(
  'intensity $intensity: the pixels of albumentations to 1 for the same noise',
  ({ intensity, counts, degrees, data }) => {
    const lighter = Float32Array.from(counts, (count) => Math.min(1, count * intensity));
    const turns = Float32Array.from(degrees, (degree) => degree / 60);
    expect(differences(isoNoise(image, { lighter, turns }).data, data).largest).toBeLessThanOrEqual(
      1,
    );
  },
);

test('without noise the pixels stay as they are', () => {
  const none = new Float32Array(image.data.length / 3);
  expect(isoNoise(image, { lighter: none, turns: none })).toEqual(image);
});

test('a third of a circle turns red into green', () => {
  const red = imageOf([[[200, 0, 0]]]);
  const noise = { lighter: Float32Array.of(0), turns: Float32Array.of(2) };
  expect([...isoNoise(red, noise).data]).toEqual([0, 200, 0]);
});

test('the deviation of the lightness', () => {
  expect(
    lightnessDeviation(
      imageOf([
        [
          [0, 0, 0],
          [255, 255, 255],
        ],
      ]),
    ),
  ).toBeCloseTo(0.5, 12);
  expect(
    lightnessDeviation(
      imageOf([
        [
          [10, 20, 30],
          [20, 20, 20],
        ],
      ]),
    ),
  ).toBe(0);
});

test('draws hues with the given deviation, and few brighter pixels', () => {
  const source = { height: 100, width: 100, channels: 3, data: new Uint8Array(30_000) };
  source.data.fill(255, 0, 15_000);
  const { turns, lighter } = drawIsoNoise(
    source,
    { intensity: 0.5, colourShift: 0.04 },
    rngAt(0, []),
  );
  const variance = turns.reduce((sum, turn) => sum + turn * turn, 0) / 10_000;
  expect(Math.sqrt(variance)).toBeCloseTo(0.12, 2);
  const brighter = lighter.reduce((sum, share) => sum + Number(share > 0), 0) / 10_000;
  expect(Math.abs(brighter - (1 - Math.exp(-0.25)))).toBeLessThan(0.014);
});
