import type { Raster } from '@sprout/core';
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
