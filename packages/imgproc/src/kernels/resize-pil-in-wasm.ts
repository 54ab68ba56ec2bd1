import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import type { PilCoefficients } from './pil-coefficients.ts';

/** The bits of the lower part of a weight; those of the upper part fit into 16 bits. */
const LOWER_BITS = 11;

/**
 * The raster of `resizeRows` for RGB, computed in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function resizeRowsInWasm(
  source: Raster,
  coefficients: PilCoefficients,
): Raster | undefined {
  const { height } = source;
  const width = coefficients.starts.length;
  const pairs = Math.ceil(mostOf(coefficients.counts) / 2);
  const table = align(width * (4 + 8 * pairs));
  const length = height * width * 3;
  return withPixels(source.data, table + length, ({ kernels, source: at, free }) => {
    writeColumns(new DataView(kernels.memory.buffer, free), coefficients, pairs);
    kernels.resizeRows(at, 3 * source.width, height, free, width, pairs, free + table);
    return { height, width, channels: 3, data: bytesAt(kernels, free + table, length) };
  });
}

/** The raster of `resizeColumns`, computed in WebAssembly. @returns as `resizeRowsInWasm`. */
export function resizeColumnsInWasm(
  source: Raster,
  { starts, counts, weights, taps }: PilCoefficients,
): Raster | undefined {
  const { width, channels } = source;
  const height = starts.length;
  const stride = width * channels;
  const table = align(height * (8 + 4 * taps));
  const length = height * stride;
  return withPixels(source.data, table + length, ({ kernels, source: at, free }) => {
    const rows = new Int32Array(kernels.memory.buffer, free, height * (2 + taps));
    for (let row = 0, to = 0; row < height; row++, to += 2 + taps) {
      rows[to] = starts[row]! * stride;
      rows[to + 1] = counts[row]!;
      rows.set(weights.subarray(row * taps, (row + 1) * taps), to + 2);
    }
    kernels.resizeColumns(at, stride, free, height, taps, free + table);
    return { height, width, channels, data: bytesAt(kernels, free + table, length) };
  });
}

function writeColumns(
  view: DataView,
  { starts, counts, weights, taps }: PilCoefficients,
  pairs: number,
): void {
  const stride = 4 + 8 * pairs;
  for (let column = 0; column < starts.length; column++) {
    view.setInt32(column * stride, 3 * starts[column]!, true);
    for (let tap = 0; tap < 2 * pairs; tap++) {
      const weight = tap < counts[column]! ? weights[column * taps + tap]! : 0;
      const at = column * stride + 4 + 8 * (tap >> 1) + 2 * (tap & 1);
      view.setInt16(at, weight >> LOWER_BITS, true);
      view.setInt16(at + 4, weight & ((1 << LOWER_BITS) - 1), true);
    }
  }
}

function mostOf(counts: Int32Array): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

function align(length: number): number {
  return Math.ceil(length / 16) * 16;
}
