import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { luminance } from './luminance.ts';

/** Gives each pixel its luminance in all channels. `source` is RGB, and only read. */
export function toGrayscale(source: Raster): Raster {
  const { length } = source.data;
  const data = withPixels(source.data, length, ({ kernels, source: from, free }) => {
    kernels.grayscale(from, length, free);
    return bytesAt(kernels, free, length);
  });
  return data === undefined ? toGrayscaleScalar(source) : { ...source, data };
}

/** `toGrayscale` without WebAssembly. */
export function toGrayscaleScalar(source: Raster): Raster {
  const { data } = source;
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const grey = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
    result[at] = grey;
    result[at + 1] = grey;
    result[at + 2] = grey;
  }
  return { ...source, data: result };
}
