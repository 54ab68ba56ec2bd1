import { expect, test } from 'vitest';
import { correlateColours, correlateColoursGradient, decorrelateColours } from './colours.ts';

const mixed = (...channels: number[]): number[] => {
  const image = Float32Array.from(channels);
  correlateColours(image);
  return [...image].map((value) => Number(value.toFixed(4)));
};

test('mixes channels as lucid does', () => {
  // color_correlation_normalized of lucid.optvis.param.color, times (1, 0, 0) and (0, 1, 0)
  expect(mixed(1, 0, 0, 0, 1, 0)).toEqual([0.5628, 0.5845, 0.5845, 0.1948, 0, -0.1948]);
});

test('the gradient is the transpose', () => {
  const [image, gradient] = [Float32Array.of(1, -2, 3), Float32Array.of(0.5, 4, -1)];
  const [mixedImage, mixedGradient] = [image.slice(), gradient.slice()];
  correlateColours(mixedImage);
  correlateColoursGradient(mixedGradient);
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);
  expect(dot(mixedImage, gradient)).toBeCloseTo(dot(image, mixedGradient), 5);
});

test('colours are mixed back', () => {
  const image = Float32Array.of(1, -2, 3, 0.5, 0, 8);
  const mixedImage = image.slice();
  correlateColours(mixedImage);
  decorrelateColours(mixedImage);
  mixedImage.forEach((value, at) => expect(value).toBeCloseTo(image[at]!, 5));
});
