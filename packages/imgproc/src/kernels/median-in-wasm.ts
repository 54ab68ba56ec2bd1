import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/** The bytes after the enlarged image that the kernels read. */
const MARGIN = 64;
/** The histograms of a column: one of 16 groups of values, and one of the 16 values of each group. */
const COLUMN_BYTES = 288;
/** The largest window whose pixels can be counted in eight bits. */
const LARGEST = 15;

/**
 * The median of windows of RGB, computed in WebAssembly: windows of 3 x 3 and 5 x 5 by sorting networks on 16 values at once, larger ones by
 * histograms.
 *
 * @returns `undefined` for windows larger than 15 x 15, and where Node has no WebAssembly with vectors.
 */
export function medianInWasm(
  { height, width, data }: Raster,
  size: number,
): Uint8Array | undefined {
  if (size > LARGEST) return undefined;
  const histograms = size > 5 ? COLUMN_BYTES * (width + size) : 0;
  const room = 16 * Math.ceil((3 * (height + size) * (width + size) + MARGIN + histograms) / 16);
  return withPixels(data, room + data.length, ({ kernels, source, free }) => {
    if (size === 3) kernels.medianThree(source, height, width, free, free + room);
    else if (size === 5) kernels.medianFive(source, height, width, free, free + room);
    else kernels.medianCounted(source, height, width, size, free, free + room);
    return bytesAt(kernels, free + room, data.length);
  });
}
