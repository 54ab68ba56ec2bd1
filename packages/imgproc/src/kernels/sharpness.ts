import type { Raster } from '@sprout/core';
import { bytesAt, type LentMemory, withPixels } from '../wasm/with-pixels.ts';
import { blend } from './blend-table.ts';

/** The smoothed value by the sum of its 3 x 3 pixels, the middle one counted five times: `ImageFilter.SMOOTH` of Pillow. */
const SMOOTH = Uint8Array.from({ length: 13 * 255 + 1 }, (_, sum) => Math.floor(sum / 13 + 0.5));

/**
 * Blends each pixel with the mean of its neighbourhood: `ImageEnhance.Sharpness` of Pillow, bit for bit. 0 smooths, 1 changes
 * nothing, more sharpens. The pixels at the edges keep their values.
 *
 * @param source Only read.
 */
export function sharpness(source: Raster, factor: number): Raster {
  const { length } = source.data;
  const data = withPixels(source.data, length, (memory) => {
    memory.kernels.sharpness(memory.source, 3 * source.width, source.height, factor, memory.free);
    copyEdges(memory, source);
    return bytesAt(memory.kernels, memory.free, length);
  });
  return data === undefined ? sharpnessScalar(source, factor) : { ...source, data };
}

/** Gives the pixels at the edges of the result their values. */
function copyEdges({ kernels, source, free }: LentMemory, { height, width }: Raster): void {
  const stride = 3 * width;
  const bytes = 3 * (width * height - 1);
  kernels.copyRows(source, stride, 3, height, stride, free);
  kernels.copyRows(source + stride - 3, stride, 3, height, stride, free + stride - 3);
  kernels.copyRows(source, bytes - stride + 3, stride, 2, bytes - stride + 3, free);
}

/** `sharpness` without WebAssembly. */
export function sharpnessScalar(source: Raster, factor: number): Raster {
  const { height, width, data } = source;
  const single = Math.fround(factor);
  const result = Uint8Array.from(data);
  const stride = 3 * width;
  const sums = new Uint16Array(stride);
  for (let row = 1; row < height - 1; row++) {
    const start = row * stride;
    for (let at = 0; at < stride; at++) {
      const middle = start + at;
      sums[at] = data[middle - stride]! + data[middle]! + data[middle + stride]!;
    }
    for (let at = 3; at < stride - 3; at++) {
      const value = data[start + at]!;
      const smooth = SMOOTH[sums[at - 3]! + sums[at]! + sums[at + 3]! + 4 * value]!;
      result[start + at] = blend(smooth, value, single);
    }
  }
  return { ...source, data: result };
}
