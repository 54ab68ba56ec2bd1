import type { Raster } from '@sprout/core';
import { bytesAt, lieInMemory, withPixels } from '../wasm/with-pixels.ts';
import type { Neighbours } from './linear-neighbours.ts';

interface Axes {
  readonly rows: Neighbours;
  readonly columns: Neighbours;
}

/** Numbers of 32 bits in the tables of the kernel, for a row and for a column. */
const ROW = 4;
const COLUMN = 2;

/** With more pixels of the source for each of the target, copying the source takes longer than the scalar code. */
const MOST_COPIED = 50;

/**
 * The pixels of `resizeLinear` for RGB, computed in WebAssembly.
 *
 * @param axes The neighbours of all rows, and those of all columns within the edges.
 * @returns `undefined` where Node has no WebAssembly with vectors, or where it would not be faster.
 */
export function resizeLinearInWasm(
  source: Raster,
  { rows, columns }: Axes,
): Uint8Array | undefined {
  const [height, width] = [rows.first.length, columns.first.length];
  const isLarge = source.height * source.width > MOST_COPIED * height * width;
  if (isLarge && !lieInMemory(source.data)) return undefined;
  const tables = 4 * (ROW * height + COLUMN * width);
  const room = tables + 2 * (6 * width + 16);
  return withPixels(source.data, room + 3 * height * width, ({ kernels, source: at, free }) => {
    const columnTable = free + 4 * ROW * height;
    const target = free + room;
    const { buffer } = kernels.memory;
    writeRows(new Int32Array(buffer, free, ROW * height), rows, source);
    writeColumns(new Int32Array(buffer, columnTable, COLUMN * width), columns);
    kernels.resizeLinear(at, free, height, columnTable, width, free + tables, target);
    return bytesAt(kernels, target, 3 * height * width);
  });
}

/** Takes the first or the last row for rows outside the image. */
function writeRows(
  table: Int32Array,
  { first, firstWeight, secondWeight }: Neighbours,
  { height, width }: Raster,
): void {
  const offset = (row: number): number => Math.min(height - 1, Math.max(0, row)) * width * 3;
  for (let index = 0; index < first.length; index++) {
    const row = first[index]!;
    table[ROW * index] = offset(row);
    table[ROW * index + 1] = offset(row + 1);
    table[ROW * index + 2] = firstWeight[index]!;
    table[ROW * index + 3] = secondWeight[index]!;
  }
}

function writeColumns(table: Int32Array, { first, firstWeight, secondWeight }: Neighbours): void {
  for (let index = 0; index < first.length; index++) {
    table[COLUMN * index] = 3 * first[index]!;
    table[COLUMN * index + 1] = firstWeight[index]! | (secondWeight[index]! << 16);
  }
}
