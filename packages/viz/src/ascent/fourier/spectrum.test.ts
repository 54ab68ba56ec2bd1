import { expect, test } from 'vitest';
import { halfWidth, imageOfSpectrum, spectrumGradient, spectrumOf } from './spectrum.ts';

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

test('an image has the spectrum that it is the image of, as numpy.fft.rfft2', () => {
  // numpy.fft.rfft2([[1, 2, 3], [4, 5, 7]])
  const { real, imaginary } = spectrumOf(Float64Array.of(1, 2, 3, 4, 5, 7), {
    height: 2,
    width: 3,
  });
  const rounded = (values: Float64Array) =>
    [...values].map((value) => Number(value.toFixed(4)) + 0);
  expect(rounded(real)).toEqual([22, -3.5, -10, 0.5]);
  expect(rounded(imaginary)).toEqual([0, 2.5981, 0, -0.866]);
  const size = { height: 6, width: 8 };
  const image = numbers(48, 4);
  const again = imageOfSpectrum(spectrumOf(image, size), size);
  again.forEach((value, at) => expect(value).toBeCloseTo(image[at]!, 10));
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
