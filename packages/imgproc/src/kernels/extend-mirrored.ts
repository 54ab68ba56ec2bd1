import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { mirroredIndex } from './mirrored-index.ts';

/**
 * Adds `radius` pixels on each side of an RGB image, which mirror it about its edge pixels.
 *
 * @param source Only read.
 */
export function extendMirrored(source: Raster, radius: number): Raster {
  const [height, width] = [source.height + 2 * radius, source.width + 2 * radius];
  const length = 3 * height * width;
  const data = withPixels(source.data, length, ({ kernels, source: at, free }) => {
    kernels.mirrorEdges(at, source.height, source.width, radius, free);
    return bytesAt(kernels, free, length);
  });
  return data === undefined
    ? extendMirroredScalar(source, radius)
    : { height, width, channels: 3, data };
}

/** As `extendMirrored`, without WebAssembly. */
export function extendMirroredScalar(source: Raster, radius: number): Raster {
  const [height, width] = [source.height + 2 * radius, source.width + 2 * radius];
  const data = newBytes(3 * height * width);
  const columns = Array.from({ length: 2 * radius }, (_, at) => {
    const column = at < radius ? at : at + source.width;
    return { to: 3 * column, from: 3 * mirroredIndex(column - radius, source.width) };
  });
  for (let row = 0; row < height; row++) {
    const from = 3 * source.width * mirroredIndex(row - radius, source.height);
    const line = source.data.subarray(from, from + 3 * source.width);
    const target = data.subarray(3 * width * row, 3 * width * (row + 1));
    target.set(line, 3 * radius);
    for (const column of columns) {
      target[column.to] = line[column.from]!;
      target[column.to + 1] = line[column.from + 1]!;
      target[column.to + 2] = line[column.from + 2]!;
    }
  }
  return { height, width, channels: 3, data };
}
