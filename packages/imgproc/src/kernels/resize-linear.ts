import { checkRaster, type Raster } from '@sprout/core';
import { checkSize } from './check-size.ts';
import { resizeLinearInWasm } from './resize-linear-in-wasm.ts';
import { type Neighbours, neighbours, neighboursInside } from './linear-neighbours.ts';

/** Two source rows and their weights. */
interface RowPair {
  readonly upper: Uint8Array;
  readonly lower: Uint8Array;
  readonly upperWeight: number;
  readonly lowerWeight: number;
}

/**
 * Resizes as `cv2.resize` with `INTER_LINEAR` does, bit for bit: it interpolates between the four nearest pixels, and does
 * not smooth before shrinking.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where the size is the same already.
 * @throws {SproutError} `option-invalid`, `shape-mismatch`.
 * @see `resizeGeneric_` of OpenCV's `modules/imgproc/src/resize.cpp`.
 */
export function resizeLinear(
  source: Raster,
  { height, width }: { readonly height: number; readonly width: number },
): Raster {
  checkRaster(source);
  checkSize({ height, width });
  if (source.height === height && source.width === width) return source;
  const rows = neighbours(source.height, height);
  return resizeBetween(source, rows, neighboursInside(source.width, width));
}

/**
 * Interpolates between the neighbours of each row and column.
 *
 * @param columns Positions within the edges: see `neighboursInside`.
 */
export function resizeBetween(source: Raster, rows: Neighbours, columns: Neighbours): Raster {
  const { channels } = source;
  const fast = channels === 3 ? resizeLinearInWasm(source, { rows, columns }) : undefined;
  if (fast === undefined) return resizeScalar(source, rows, columns);
  return { height: rows.first.length, width: columns.first.length, channels, data: fast };
}

/** As `resizeLinear`, for any number of channels, without WebAssembly. */
export function resizeScalar(
  source: Raster,
  { first, firstWeight, secondWeight }: Neighbours,
  columns: Neighbours,
): Raster {
  const { channels } = source;
  const [height, width] = [first.length, columns.first.length];
  const stride = width * channels;
  const result = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const pair = {
      upper: rowAt(source, first[row]!),
      lower: rowAt(source, first[row]! + 1),
      upperWeight: firstWeight[row]!,
      lowerWeight: secondWeight[row]!,
    };
    blend(result.subarray(row * stride, (row + 1) * stride), pair, columns);
  }
  return { height, width, channels, data: result };
}

/** A row of the image. Rows outside are the first or the last one. */
function rowAt({ height, width, channels, data }: Raster, row: number): Uint8Array {
  const start = Math.min(height - 1, Math.max(0, row)) * width * channels;
  return data.subarray(start, start + width * channels);
}

/** Interpolates one row. The loop is written out for speed: no value is looked up twice. */
function blend(target: Uint8Array, pair: RowPair, columns: Neighbours): void {
  const { upper, lower, upperWeight, lowerWeight } = pair;
  const { first, firstWeight, secondWeight } = columns;
  const count = first.length;
  const channels = target.length / count;
  for (let column = 0, at = 0; column < count; column++) {
    const weight = firstWeight[column]!;
    const nextWeight = secondWeight[column]!;
    const from = first[column]! * channels;
    const next = nextWeight === 0 ? from : from + channels;
    for (let channel = 0; channel < channels; channel++, at++) {
      const above = upper[from + channel]! * weight + upper[next + channel]! * nextWeight;
      const below = lower[from + channel]! * weight + lower[next + channel]! * nextWeight;
      // OpenCV's own rounding: four bits are dropped before the second product, sixteen after it
      const sum = (((above >> 4) * upperWeight) >> 16) + (((below >> 4) * lowerWeight) >> 16);
      target[at] = (sum + 2) >> 2;
    }
  }
}
