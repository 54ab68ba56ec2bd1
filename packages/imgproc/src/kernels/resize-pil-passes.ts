import type { Raster } from '@sprout/core';
import { type PilCoefficients, PRECISION_BITS } from './pil-coefficients.ts';

const HALF = 1 << (PRECISION_BITS - 1);

/** Resamples along the rows; a new raster of as many columns as there are coefficients. */
export function resizeRows(source: Raster, coefficients: PilCoefficients): Raster {
  const { height, channels } = source;
  const width = coefficients.starts.length;
  const result = new Uint8ClampedArray(height * width * channels);
  const fill = channels === 3 ? fillRowRgb : fillRow;
  for (let row = 0; row < height; row++) {
    const from = source.data.subarray(
      row * source.width * channels,
      (row + 1) * source.width * channels,
    );
    fill(from, result.subarray(row * width * channels, (row + 1) * width * channels), coefficients);
  }
  return { height, width, channels, data: new Uint8Array(result.buffer) };
}

/** Resamples down the columns; a new raster of as many rows as there are coefficients. */
export function resizeColumns(source: Raster, coefficients: PilCoefficients): Raster {
  const { width, channels, data } = source;
  const { starts, counts, weights, taps } = coefficients;
  const height = starts.length;
  const stride = width * channels;
  const result = new Uint8ClampedArray(height * stride);
  const sums = new Int32Array(stride);
  for (let row = 0; row < height; row++) {
    sums.fill(HALF);
    for (let tap = 0; tap < counts[row]!; tap++) {
      const from = (starts[row]! + tap) * stride;
      addScaled(sums, data.subarray(from, from + stride), weights[row * taps + tap]!);
    }
    for (let at = 0; at < stride; at++) result[row * stride + at] = sums[at]! >> PRECISION_BITS;
  }
  return { height, width, channels, data: new Uint8Array(result.buffer) };
}

function addScaled(sums: Int32Array, row: Uint8Array, weight: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at]! + Math.imul(row[at]!, weight)) | 0;
}

function fillRowRgb(from: Uint8Array, to: Uint8ClampedArray, coefficients: PilCoefficients): void {
  const { starts, counts, weights, taps } = coefficients;
  for (let column = 0; column < starts.length; column++) {
    let at = starts[column]! * 3;
    let weight = column * taps;
    const end = weight + counts[column]!;
    let red = HALF;
    let green = HALF;
    let blue = HALF;
    for (; weight < end; weight++, at += 3) {
      const factor = weights[weight]!;
      red = (red + Math.imul(from[at]!, factor)) | 0;
      green = (green + Math.imul(from[at + 1]!, factor)) | 0;
      blue = (blue + Math.imul(from[at + 2]!, factor)) | 0;
    }
    to[column * 3] = red >> PRECISION_BITS;
    to[column * 3 + 1] = green >> PRECISION_BITS;
    to[column * 3 + 2] = blue >> PRECISION_BITS;
  }
}

function fillRow(from: Uint8Array, to: Uint8ClampedArray, coefficients: PilCoefficients): void {
  const { starts, counts, weights, taps } = coefficients;
  const channels = to.length / starts.length;
  for (let target = 0; target < to.length; target++) {
    const column = Math.trunc(target / channels);
    let at = starts[column]! * channels + (target % channels);
    let weight = column * taps;
    const end = weight + counts[column]!;
    let sum = HALF;
    for (; weight < end; weight++, at += channels) {
      sum = (sum + Math.imul(from[at]!, weights[weight]!)) | 0;
    }
    to[target] = sum >> PRECISION_BITS;
  }
}
