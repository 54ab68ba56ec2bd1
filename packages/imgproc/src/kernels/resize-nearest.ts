import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { pickInWasm } from './move-pixels-in-wasm.ts';
import type { ImageSize } from './image-size.ts';

/** The source index of each index of a resized axis, as `cv2.resize` with `INTER_NEAREST` takes them. */
export function nearestIndices(from: number, to: number): Int32Array {
  const step = 1 / (to / from);
  const indices = new Int32Array(to);
  for (let at = 0; at < to; at++) indices[at] = Math.min(from - 1, Math.floor(at * step));
  return indices;
}

/**
 * Resizes as `cv2.resize` with `INTER_NEAREST` does, bit for bit. RGB.
 *
 * @param source Only read; returned where it has the size already.
 */
export function resizeNearest(source: Raster, { height, width }: ImageSize): Raster {
  if (height === source.height && width === source.width) return source;
  const rows = nearestIndices(source.height, height);
  const columns = nearestIndices(source.width, width);
  return { height, width, channels: 3, data: pick(source, rows, columns) };
}

/** As `resizeNearest` to a size and then back to that of the image. `source` is RGB, and only read. */
export function resizeNearestTwice(source: Raster, { height, width }: ImageSize): Raster {
  const rows = thereAndBack(source.height, height);
  return { ...source, data: pick(source, rows, thereAndBack(source.width, width)) };
}

function thereAndBack(side: number, other: number): Int32Array {
  const there = nearestIndices(side, other);
  return nearestIndices(other, side).map((at) => there[at]!);
}

/** The pixels at the given rows and columns. A row that is the same as the one before is copied. */
export function pick(source: Raster, rows: ArrayLike<number>, columns: Int32Array): Uint8Array {
  return pickInWasm(source, rows, columns) ?? pickScalar(source, rows, columns);
}

/** `pick` without WebAssembly. */
export function pickScalar(
  { width, data }: Raster,
  rows: ArrayLike<number>,
  columns: Int32Array,
): Uint8Array {
  const stride = 3 * columns.length;
  const result = newBytes(rows.length * stride);
  for (let row = 0; row < rows.length; row++) {
    const start = row * stride;
    if (row > 0 && rows[row] === rows[row - 1]) {
      result.copyWithin(start, start - stride, start);
      continue;
    }
    const line = rows[row]! * width;
    for (let column = 0, at = start; column < columns.length; column++) {
      const from = 3 * (line + columns[column]!);
      result[at++] = data[from]!;
      result[at++] = data[from + 1]!;
      result[at++] = data[from + 2]!;
    }
  }
  return result;
}
