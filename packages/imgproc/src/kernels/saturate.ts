import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { blend } from './blend-table.ts';
import { luminance } from './luminance.ts';

/**
 * Blends each pixel with its luminance: `ImageEnhance.Color` of Pillow, bit for bit. 0 gives grey, 1 changes nothing.
 *
 * @param source Only read.
 */
export function saturate(source: Raster, factor: number): Raster {
  const data = withPixels(source.data, source.data.length, ({ kernels, source: from, free }) => {
    kernels.saturate(from, source.data.length, factor, free);
    return bytesAt(kernels, free, source.data.length);
  });
  return data === undefined ? saturateScalar(source, factor) : { ...source, data };
}

/** `saturate` without WebAssembly. */
export function saturateScalar(source: Raster, factor: number): Raster {
  const { data } = source;
  const single = Math.fround(factor);
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    const grey = luminance(red, green, blue);
    result[at] = blend(grey, red, single);
    result[at + 1] = blend(grey, green, single);
    result[at + 2] = blend(grey, blue, single);
  }
  return { ...source, data: result };
}
