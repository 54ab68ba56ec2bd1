import { expect, test } from 'vitest';
import { halfWidth, imageOfSpectrum, spectrumGradient } from './spectrum.ts';

const numbers = (size: number, seed: number) =>
  Float64Array.from({ length: size }, (_, at) => Math.sin(seed + at * at * 0.7));

const drawn = ({ height, width }: { height: number; width: number }) => {
  const size = height * halfWidth(width);
  return { real: numbers(size, 1), imaginary: numbers(size, 2) };
};

test('agrees with numpy.fft.irfft2', () => {
  // numpy.fft.irfft2([[4, 2 + 1j, -1], [1j, 1, 2 - 1j]], (2, 4)), whose imaginary part at the end is not used
  const spectrum = {
    real: Float64Array.of(4, 2, -1, 0, 1, 2),
    imaginary: Float64Array.of(0, 1, 0, 1, 0, -1),
  };
  const image = imageOfSpectrum(spectrum, { height: 2, width: 4 });
  const expected = [1.375, 0.125, -0.125, 0.625, 0.375, 0.625, -0.125, 1.125];
  expect([...image].map((value) => Number(value.toFixed(6)))).toEqual(expected);
});

test.each([
  { height: 4, width: 6 },
  { height: 3, width: 5 },
  { height: 7, width: 2 },
])('the gradient is the adjoint of the transform, for %j', (size) => {
  const spectrum = drawn(size);
  const given = numbers(size.height * size.width, 3);
  const image = imageOfSpectrum(spectrum, size);
  const { real, imaginary } = spectrumGradient(given, size);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);
  expect(dot(real, spectrum.real) + dot(imaginary, spectrum.imaginary)).toBeCloseTo(
    dot(image, given),
    10,
  );
});
