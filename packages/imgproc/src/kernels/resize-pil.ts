import type { Raster } from '@sprout/core';
import { type PilCoefficients, pilCoefficients, PRECISION_BITS } from './pil-coefficients.ts';
import { pilKernels } from './pil-filters.ts';
import { resizePilNearest } from './resize-pil-nearest.ts';

export type PilFilter = 'nearest' | keyof typeof pilKernels;

export interface ResizePilOptions {
  readonly height: number;
  readonly width: number;
  readonly filter: PilFilter;
}

const HALF = 1 << (PRECISION_BITS - 1);

/**
 * Resizes as Pillow's `Image.resize` does, bit for bit: along the rows first, rounded to bytes, then down the columns.
 *
 * @param source Any number of channels, each on its own. Only read.
 * @returns A new raster; `source` itself where the size is the same already.
 */
export function resizePil(source: Raster, { height, width, filter }: ResizePilOptions): Raster {
  if (source.height === height && source.width === width) return source;
  if (filter === 'nearest') return resizePilNearest(source, { height, width });
  const kernel = pilKernels[filter];
  let image = source;
  if (width !== image.width) {
    image = resizeRows(image, width, pilCoefficients(image.width, width, kernel));
  }
  if (height !== image.height) {
    image = resizeColumns(image, height, pilCoefficients(image.height, height, kernel));
  }
  return image;
}

function resizeRows(source: Raster, width: number, coefficients: PilCoefficients): Raster {
  const { height, channels, data } = source;
  const { starts, counts, weights, taps } = coefficients;
  const result = new Uint8ClampedArray(height * width * channels);
  for (let column = 0; column < width; column++) {
    const first = starts[column]! * channels;
    const firstWeight = column * taps;
    const lastWeight = firstWeight + counts[column]!;
    for (let row = 0; row < height; row++) {
      const from = row * source.width * channels + first;
      const to = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        let sum = HALF;
        let at = from + channel;
        for (let weight = firstWeight; weight < lastWeight; weight++, at += channels) {
          sum = (sum + Math.imul(data[at]!, weights[weight]!)) | 0;
        }
        result[to + channel] = sum >> PRECISION_BITS;
      }
    }
  }
  return { height, width, channels, data: new Uint8Array(result.buffer) };
}

function resizeColumns(source: Raster, height: number, coefficients: PilCoefficients): Raster {
  const { width, channels, data } = source;
  const { starts, counts, weights, taps } = coefficients;
  const stride = width * channels;
  const result = new Uint8ClampedArray(height * stride);
  const sums = new Int32Array(stride);
  for (let row = 0; row < height; row++) {
    sums.fill(HALF);
    for (let tap = 0; tap < counts[row]!; tap++) {
      const weight = weights[row * taps + tap]!;
      const from = (starts[row]! + tap) * stride;
      for (let at = 0; at < stride; at++) {
        sums[at] = (sums[at]! + Math.imul(data[from + at]!, weight)) | 0;
      }
    }
    const to = row * stride;
    for (let at = 0; at < stride; at++) result[to + at] = sums[at]! >> PRECISION_BITS;
  }
  return { height, width, channels, data: new Uint8Array(result.buffer) };
}
