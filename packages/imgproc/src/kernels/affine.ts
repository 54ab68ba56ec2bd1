import type { Raster } from '@sprout/core';
import { affineInWasm } from './affine-in-wasm.ts';
import { type Border, borderCoordinate, borderPixel } from './border.ts';
import type { PullMatrix } from './pull-matrix.ts';

/** The four pixels around a point and their bilinear weights. One object is used for all pixels. */
interface Corners {
  readonly at: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Resamples an image bilinearly in double precision: `scipy.ndimage.affine_transform(order=1)` bit for bit.
 *
 * @param source Only read.
 * @returns A new raster of the same size.
 */
export function affine(source: Raster, matrix: PullMatrix, border: Border): Raster {
  const fast = source.channels === 3 ? affineInWasm(source, matrix, border) : undefined;
  return fast === undefined ? affineScalar(source, matrix, border) : { ...source, data: fast };
}

/** As `affine`, for any number of channels, without WebAssembly. */
export function affineScalar(source: Raster, matrix: PullMatrix, border: Border): Raster {
  const { height, width, channels, data } = source;
  const result = new Uint8Array(data.length);
  const corners: Corners = { at: new Int32Array(4), weights: new Float64Array(4) };
  const { at, weights } = corners;
  let to = 0;
  for (let r = 0; r < height; r++) {
    const rowStart = matrix.rowByRow * r + matrix.rowOffset;
    const columnStart = matrix.columnByRow * r + matrix.columnOffset;
    for (let c = 0; c < width; c++, to += channels) {
      const row = rowStart + matrix.rowByColumn * c;
      const column = columnStart + matrix.columnByColumn * c;
      if (!locate(corners, source, { row, column, border })) continue;
      for (let channel = 0; channel < channels; channel++) {
        const value =
          data[at[0]! + channel]! * weights[0]! +
          data[at[1]! + channel]! * weights[1]! +
          data[at[2]! + channel]! * weights[2]! +
          data[at[3]! + channel]! * weights[3]!;
        result[to + channel] = value + 0.5;
      }
    }
  }
  return { ...source, data: result };
}

interface Point {
  readonly row: number;
  readonly column: number;
  readonly border: Border;
}

/** Finds the four pixels around a point. False where the point lies in a constant border. */
function locate(
  { at, weights }: Corners,
  { height, width, channels }: Raster,
  { row, column, border }: Point,
): boolean {
  const y = borderCoordinate(row, height, border);
  const x = borderCoordinate(column, width, border);
  if (border === 'constant' && (y < 0 || x < 0)) return false;
  const top = Math.floor(y);
  const left = Math.floor(x);
  const y0 = borderPixel(top, height, border) * width;
  const y1 = borderPixel(top + 1, height, border) * width;
  const x0 = borderPixel(left, width, border);
  const x1 = borderPixel(left + 1, width, border);
  at[0] = (y0 + x0) * channels;
  at[1] = (y0 + x1) * channels;
  at[2] = (y1 + x0) * channels;
  at[3] = (y1 + x1) * channels;
  const down = y - top;
  const right = x - left;
  weights[0] = (1 - down) * (1 - right);
  weights[1] = (1 - down) * right;
  weights[2] = down * (1 - right);
  weights[3] = down * right;
  return true;
}
