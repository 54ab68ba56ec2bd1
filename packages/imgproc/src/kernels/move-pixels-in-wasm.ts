import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/**
 * Reverses rows of RGB pixels, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function reverseRowsInWasm(
  data: Uint8Array,
  { rows, width }: { readonly rows: number; readonly width: number },
): Uint8Array | undefined {
  return withPixels(data, data.length, ({ kernels, source, free }) => {
    kernels.reverseRows(source, rows, width, free);
    return bytesAt(kernels, free, data.length);
  });
}

export interface Gathering {
  /** The pixel that comes first, and the pixels from one to the next below it and to the next on its right. */
  readonly first: number;
  readonly below: number;
  readonly right: number;
  /** The size of the result, which has as many pixels as the source. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads RGB pixels in another order, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function gatherInWasm(
  data: Uint8Array,
  { first, below, right, rows, columns }: Gathering,
): Uint8Array | undefined {
  return withPixels(data, data.length, ({ kernels, source, free }) => {
    kernels.gatherPixels(source + 3 * first, 3 * below, 3 * right, rows, columns, free);
    return bytesAt(kernels, free, data.length);
  });
}

/** With more pixels of the source for each of the target, copying the source takes longer than the scalar code. */
const MOST_COPIED = 3;

/**
 * The RGB pixels at the given rows and columns, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors, or where it would not be faster.
 */
export function pickInWasm(
  { height, width, data }: Raster,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
): Uint8Array | undefined {
  const length = 3 * rows.length * columns.length;
  if (3 * height * width > MOST_COPIED * length) return undefined;
  const tables = 4 * (rows.length + columns.length);
  return withPixels(data, tables + length, ({ kernels, source, free }) => {
    const offsets = new Uint32Array(kernels.memory.buffer, free, rows.length + columns.length);
    for (let row = 0; row < rows.length; row++) offsets[row] = 3 * width * rows[row]!;
    for (let column = 0; column < columns.length; column++)
      offsets[rows.length + column] = 3 * columns[column]!;
    const columnTable = free + 4 * rows.length;
    kernels.pickPixels(source, free, rows.length, columnTable, columns.length, free + tables);
    return bytesAt(kernels, free + tables, length);
  });
}

/** A part of an image of any number of channels, or its rows from the last to the first one. */
export interface Rows {
  /** The byte at which the first row starts, and the bytes from one row to the next. */
  readonly start: number;
  readonly step: number;
  /** The bytes of a row. */
  readonly length: number;
  readonly rows: number;
}

/**
 * Copies rows, in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors, or where it would not be faster.
 */
export function copyRowsInWasm(
  data: Uint8Array,
  { start, step, length, rows }: Rows,
): Uint8Array | undefined {
  if (data.length > MOST_COPIED * length * rows) return undefined;
  return withPixels(data, length * rows, ({ kernels, source, free }) => {
    kernels.copyRows(source + start, step, length, rows, length, free);
    return bytesAt(kernels, free, length * rows);
  });
}
