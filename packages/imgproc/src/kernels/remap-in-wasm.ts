import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { BORDER_NUMBERS } from './border.ts';
import type { RemapOptions } from './points.ts';

/**
 * The pixels of `remap` for RGB, computed in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function remapInWasm(
  { height, width, data }: Raster,
  { pointsOf, border }: RemapOptions,
): Uint8Array | undefined {
  const points = 4 * Math.ceil(width / 4) * 4;
  const number = BORDER_NUMBERS[border];
  return withPixels(data, 2 * points + data.length, ({ kernels, source, free }) => {
    const x = new Int32Array(kernels.memory.buffer, free, width);
    const y = new Int32Array(kernels.memory.buffer, free + points, width);
    const target = free + 2 * points;
    for (let row = 0; row < height; row++) {
      pointsOf(row, x, y);
      kernels.remapRow(
        source,
        height,
        width,
        free,
        free + points,
        number,
        target + 3 * width * row,
      );
    }
    return bytesAt(kernels, target, data.length);
  });
}
