import type { Raster } from '@sprout/core';
import { releaseBytes } from '../memory/result-bytes.ts';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { extendMirrored } from './extend-mirrored.ts';

const { fround } = Math;

/** The weights of a 3 x 3 window, row by row, in single precision. */
export type Weights = readonly number[];

/** The weighted sum about a value, in double precision. `at` is the index of the upper left neighbour. */
type Sum = (rows: Rows, at: number) => number;

/** The row of a value and its neighbours, with one more pixel at both ends. */
interface Rows {
  readonly above: Uint8Array;
  readonly middle: Uint8Array;
  readonly below: Uint8Array;
}

/**
 * Filters an image with `weights[4]` for a pixel and `weights[0]` for each of its eight neighbours: `cv2.filter2D`, bit for bit. The
 * image is mirrored about its edge pixels.
 *
 * @param source RGB. Only read.
 */
export function filterAround(source: Raster, weights: Weights): Raster {
  const data = filterInWasm(source, weights, false);
  return data === undefined ? filterAroundScalar(source, weights) : { ...source, data };
}

/** `filterAround` without WebAssembly. */
export function filterAroundScalar(source: Raster, weights: Weights): Raster {
  const around = weights[0]!;
  const centre = weights[4]!;
  return filter(source, weights, ({ above, middle, below }, at) => {
    const left = above[at]! + middle[at]! + below[at]!;
    const right = above[at + 6]! + middle[at + 6]! + below[at + 6]!;
    return centre * middle[at + 3]! + around * (left + above[at + 3]! + below[at + 3]! + right);
  });
}

/**
 * Filters an image with the weights `[-c, -s, 0, -s, m, s, 0, s, c]`: `cv2.filter2D`, bit for bit. The image is mirrored about its
 * edge pixels.
 *
 * @param source RGB. Only read.
 */
export function filterDiagonal(source: Raster, weights: Weights): Raster {
  const data = filterInWasm(source, weights, true);
  return data === undefined ? filterDiagonalScalar(source, weights) : { ...source, data };
}

/** `filterDiagonal` without WebAssembly. */
export function filterDiagonalScalar(source: Raster, weights: Weights): Raster {
  const centre = weights[4]!;
  const side = weights[5]!;
  const corner = weights[8]!;
  return filter(source, weights, ({ above, middle, below }, at) => {
    const sides = below[at + 3]! - above[at + 3]! + middle[at + 6]! - middle[at]!;
    return centre * middle[at + 3]! + side * sides + corner * (below[at + 6]! - above[at]!);
  });
}

/** The pixels of a filter, computed in WebAssembly; `undefined` where Node has none with vectors. */
function filterInWasm(source: Raster, weights: Weights, diagonal: boolean): Uint8Array | undefined {
  const { height, width } = source;
  const length = 3 * width;
  const stride = length + 6;
  const extended = extendMirrored(source, 1);
  const space = 48;
  return withPixels(extended.data, space + height * length, ({ kernels, source: from, free }) => {
    new Float32Array(kernels.memory.buffer, free, 9).set(weights);
    const size = [from, stride, height, length] as const;
    kernels.filterThree(...size, free, Number(diagonal), 2 * errorOf(weights), free + space);
    releaseBytes(extended.data); // the kernels have a copy
    return bytesAt(kernels, free + space, height * length);
  });
}

/** The most by which the rounding errors of single precision change a sum. */
function errorOf(weights: Weights): number {
  return 9 * 255 * weights.reduce((sum, weight) => sum + Math.abs(weight), 0) * 2 ** -24;
}

/** Rounds sums to the nearest value. Those near a half are added up as OpenCV does it, because its rounding errors decide. */
function filter(source: Raster, weights: Weights, sum: Sum): Raster {
  const { height, width } = source;
  const stride = 3 * width;
  const result = new Uint8ClampedArray(height * stride);
  const extended = extendMirrored(source, 1);
  const line = (row: number) =>
    extended.data.subarray(row * (stride + 6), (row + 1) * (stride + 6));
  const error = errorOf(weights);
  for (let row = 0; row < height; row++) {
    const rows = { above: line(row), middle: line(row + 1), below: line(row + 2) };
    const start = row * stride;
    for (let at = 0; at < stride; at++) {
      const value = sum(rows, at);
      const fromHalf = Math.abs(value - Math.floor(value) - 0.5);
      result[start + at] = fromHalf > error ? value : fused(rows, at, weights);
    }
  }
  return { ...source, data: new Uint8Array(result.buffer) };
}

/** The sum in single precision by fused multiplications and additions, row by row. */
function fused({ above, middle, below }: Rows, at: number, weights: Weights): number {
  let sum = 0;
  for (const [index, row] of [above, middle, below].entries()) {
    for (let column = 0; column < 3; column++) {
      sum = fround(row[at + 3 * column]! * weights[3 * index + column]! + sum);
    }
  }
  return sum;
}
