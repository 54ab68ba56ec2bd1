import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/** The bytes after the enlarged image that the kernels read. */
const MARGIN = 64;

/**
 * The median of windows of 3 x 3 or 5 x 5 of RGB by sorting networks on 16 values at once, in WebAssembly.
 *
 * @returns `undefined` for other sizes, and where Node has no WebAssembly with vectors.
 */
export function medianInWasm(
  { height, width, data }: Raster,
  size: number,
): Uint8Array | undefined {
  if (size !== 3 && size !== 5) return undefined;
  const room = 3 * (height + size) * (width + size) + MARGIN;
  return withPixels(data, room + data.length, ({ kernels, source, free }) => {
    const median = size === 3 ? kernels.medianThree : kernels.medianFive;
    median(source, height, width, free, free + room);
    return bytesAt(kernels, free + room, data.length);
  });
}
