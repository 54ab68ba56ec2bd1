import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { fourierParameters } from './fourier-parameters.ts';
import type { FourierParametrisation } from './parametrisation.ts';

const shape = { count: 2, height: 4, width: 6, channels: 3 };
const rngOf = (image: number) => rngAt(0, ['test', image]);
const make = (options: Partial<FourierParametrisation> = {}, given = shape) =>
  fourierParameters({ kind: 'fourier', ...options }, given, rngOf);

test('starts near grey, with other noise for each image', () => {
  const { start, imagesOf } = make();
  const images = imagesOf(start);
  expect(start.length).toBe(2 * 3 * 2 * 4 * 4);
  expect(images.every((pixel) => pixel > 100 && pixel < 155)).toBe(true);
  expect(images.subarray(0, 72)).not.toEqual(images.subarray(72));
  expect(imagesOf(make().start)).toEqual(images);
});

test('frequency 0 moves all pixels, by the factors of lucid', () => {
  const { start, imagesOf } = make({ decorrelated: false }, { ...shape, count: 1, channels: 1 });
  const numbers = start.fill(0);
  numbers[0] = 1;
  // irfft2 divides by 24; the scale is sqrt(24) / (1 / 6) / 4
  const value = Math.sqrt(24) / (1 / 6) / 4 / 24;
  for (const pixel of imagesOf(numbers)) expect(pixel).toBeCloseTo(255 / (1 + Math.exp(-value)), 3);
});

test.each([true, false])('starts with images, if decorrelated is %j', (decorrelated) => {
  const image = Uint8Array.from({ length: 144 }, (_, at) => 20 + ((at * 31) % 200));
  const { start, imagesOf } = make({ start: { image }, decorrelated });
  imagesOf(start).forEach((pixel, at) => expect(pixel).toBeCloseTo(image[at]!, 1));
  const one = make({ start: { image: image.subarray(0, 72) }, decorrelated });
  const images = one.imagesOf(one.start);
  expect(images.subarray(72)).toEqual(images.subarray(0, 72));
});

test.each([
  { decorrelated: true, decay: 1 },
  { decorrelated: false, decay: 0.5 },
])('the gradient agrees with finite differences, with %j', (options) => {
  const { start, imagesOf, gradientOf } = make(options);
  const weights = imagesOf(start).map((_, at) => Math.sin(at * at));
  const value = (numbers: Float32Array): number =>
    imagesOf(numbers).reduce((sum, pixel, at) => sum + pixel * weights[at]!, 0);
  const gradient = gradientOf(weights, imagesOf(start));
  for (const at of [0, 5, 17, 40, 130, 191]) {
    const moved = (by: number) => start.with(at, start[at]! + by);
    const slope = (value(moved(0.01)) - value(moved(-0.01))) / 0.02;
    expect(gradient[at]).toBeCloseTo(slope, 0.5);
  }
});
