import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { type PilCoefficients, PRECISION_BITS, pilCoefficients } from './pil-coefficients.ts';
import { pilFilters } from './pil-filters.ts';
import { resizeColumns, resizeRows } from './resize-pil-passes.ts';

const ONE = 1 << PRECISION_BITS;

const row = (...values: number[]): Raster => ({
  height: 1,
  width: values.length,
  channels: 1,
  data: Uint8Array.from(values),
});
const column = (...values: number[]): Raster => ({
  ...row(...values),
  height: values.length,
  width: 1,
});

/** The pixel at a target position by definition: the weighted sum, rounded and clamped. */
function naive(
  values: readonly number[],
  target: number,
  { starts, counts, weights, taps }: PilCoefficients,
): number {
  let sum = 0;
  for (let tap = 0; tap < counts[target]!; tap++) {
    sum += values[starts[target]! + tap]! * weights[target * taps + tap]!;
  }
  return Math.min(255, Math.max(0, Math.floor(sum / ONE + 0.5)));
}

/** An image with rows and columns exchanged. */
function transposed({ height, width, channels, data }: Raster): Raster {
  const result = data.map((_, at) => {
    const pixel = Math.trunc(at / channels);
    const from = (pixel % height) * width + Math.trunc(pixel / height);
    return data[from * channels + (at % channels)]!;
  });
  return { height: width, width: height, channels, data: result };
}

test('pixels are averaged, and a half is rounded up', () => {
  const half = pilCoefficients(4, 2, pilFilters.box);
  expect(resizeRows(row(10, 20, 1, 2), half)).toEqual(row(15, 2));
  expect(resizeColumns(column(10, 20, 1, 2), half)).toEqual(column(15, 2));
});

test('values beyond 0 and 255 are clamped', () => {
  const twice = pilCoefficients(4, 8, pilFilters.bicubic);
  const edge = [0, 0, 255, 255];
  expect([...resizeRows(row(...edge), twice).data]).toEqual([0, 0, 0, 52, 203, 255, 255, 255]);
  expect([...resizeColumns(column(...edge), twice).data]).toEqual([
    0, 0, 0, 52, 203, 255, 255, 255,
  ]);
});

test.each(Object.entries(pilFilters))(
  '%s: rows are the weighted sums of their pixels',
  (_, filter) => {
    const values = [...images.noise(1, 5).data.subarray(0, 9)];
    for (const to of [1, 4, 9, 20]) {
      const coefficients = pilCoefficients(9, to, filter);
      const expected = Array.from({ length: to }, (_value, target) =>
        naive(values, target, coefficients),
      );
      expect([...resizeRows(row(...values), coefficients).data]).toEqual(expected);
    }
  },
);

test.each([1, 2, 3, 4])('columns of %d channels are resized as rows are', (channels) => {
  const data = images.noise(5, 7).data.subarray(0, 5 * 4 * channels);
  const image = { height: 5, width: 4, channels, data };
  const coefficients = pilCoefficients(5, 8, pilFilters.lanczos);
  const expected = transposed(resizeRows(transposed(image), coefficients));
  expect(resizeColumns(image, coefficients)).toEqual(expected);
});

test.each([2, 3, 4])('each of %d channels is resized as if it were alone', (channels) => {
  const data = images.noise(6, 4).data.subarray(0, 3 * 6 * channels);
  const image = { height: 3, width: 6, channels, data };
  const coefficients = pilCoefficients(6, 4, pilFilters.bilinear);
  const resized = resizeRows(image, coefficients);
  expect([resized.height, resized.width, resized.channels]).toEqual([3, 4, channels]);
  for (let channel = 0; channel < channels; channel++) {
    const of = (bytes: Uint8Array) => bytes.filter((_, at) => at % channels === channel);
    const alone = { ...image, channels: 1, data: of(data) };
    expect(resizeRows(alone, coefficients).data).toEqual(of(resized.data));
  }
});

test('the image is not written to', () => {
  const image = images.noise(4, 4);
  const coefficients = pilCoefficients(4, 3, pilFilters.hamming);
  resizeRows(image, coefficients);
  resizeColumns(image, coefficients);
  expect(image).toEqual(images.noise(4, 4));
});
