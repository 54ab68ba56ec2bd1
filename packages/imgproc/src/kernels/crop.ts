import { checkRaster, type Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { copyRowsInWasm } from './move-pixels-in-wasm.ts';

export interface CropOptions {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * A part of an image, which must lie inside it.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where the part is all of it.
 * @throws {SproutError} `shape-mismatch`.
 */
export function crop(source: Raster, part: CropOptions): Raster {
  checkRaster(source);
  const { top, left, height, width } = part;
  if (height === source.height && width === source.width) return source;
  const { channels } = source;
  const fast = copyRowsInWasm(source.data, {
    start: (top * source.width + left) * channels,
    step: source.width * channels,
    length: width * channels,
    rows: height,
  });
  return { height, width, channels, data: fast ?? cropScalar(source, part) };
}

/** The bytes of a part, without WebAssembly. */
export function cropScalar(source: Raster, { top, left, height, width }: CropOptions): Uint8Array {
  const { channels } = source;
  const data = newBytes(height * width * channels);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * source.width + left) * channels;
    data.set(source.data.subarray(from, from + width * channels), row * width * channels);
  }
  return data;
}
