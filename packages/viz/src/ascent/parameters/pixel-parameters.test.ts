import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { pixelParameters } from './pixel-parameters.ts';

const shape = { count: 2, height: 1, width: 2, channels: 3 };
const rngOf = (image: number) => rngAt(0, ['test', image]);
const units = { mean: [100, 110, 120], deviation: [1, 2, 4] };

test('starts with other uniform noise for each image', () => {
  const { start, imagesOf } = pixelParameters(
    { kind: 'pixels', start: { low: 0, high: 1 }, units },
    shape,
    rngOf,
  );
  expect(start.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(start.subarray(0, 6)).not.toEqual(start.subarray(6));
  expect([...imagesOf(Float32Array.of(0, 0.5, 1, 2, 3, -1))]).toEqual([
    100, 111, 124, 102, 116, 116,
  ]);
});

test('starts with an image, and has the gradient of the units', () => {
  const image = Uint8Array.of(101, 110, 0, 100, 114, 124);
  const { start, imagesOf, gradientOf } = pixelParameters(
    { kind: 'pixels', start: { image }, units },
    shape,
    rngOf,
  );
  expect([...start.subarray(0, 6)]).toEqual([1, 0, -30, 0, 2, 1]);
  expect([...imagesOf(start)]).toEqual([...image, ...image]);
  expect([...gradientOf(Float32Array.of(1, 1, 1), image as never)]).toEqual([1, 2, 4]);
});

test('starts with an image for each', () => {
  const image = Float32Array.from({ length: 12 }, (_, at) => at);
  const { start } = pixelParameters({ kind: 'pixels', start: { image } }, shape, rngOf);
  expect(start).toEqual(image);
});

test('without units the numbers are pixels', () => {
  const { start, imagesOf } = pixelParameters(
    { kind: 'pixels', start: { low: 120, high: 130 } },
    shape,
    rngOf,
  );
  expect(imagesOf(start)).toEqual(start);
});

test('an image and units must fit the images', () => {
  const start = { low: 0, high: 1 };
  expect(() =>
    pixelParameters({ kind: 'pixels', start: { image: new Uint8Array(5) } }, shape, rngOf),
  ).toThrow('The image to start from must have the shape [1, 2, 3]; received [5]');
  expect(() =>
    pixelParameters({ kind: 'pixels', start, units: { mean: [0], deviation: [1] } }, shape, rngOf),
  ).toThrow('The units must have the shape [3]; received [1]');
});
