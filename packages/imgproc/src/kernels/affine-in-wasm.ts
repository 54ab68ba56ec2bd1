import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { type Border, BORDER_NUMBERS } from './border.ts';
import type { PullMatrix } from './pull-matrix.ts';

/** Bytes of a matrix in the memory of the kernels. */
const MATRIX = 48;

/**
 * The pixels of `affine` for RGB, computed in WebAssembly: in single precision, and in double precision where the rounding is in doubt.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function affineInWasm(
  { height, width, data }: Raster,
  matrix: PullMatrix,
  border: Border,
): Uint8Array | undefined {
  return withPixels(data, MATRIX + data.length, ({ kernels, source, free }) => {
    const numbers = new Float64Array(kernels.memory.buffer, free, 6);
    numbers[0] = matrix.rowByRow;
    numbers[1] = matrix.rowByColumn;
    numbers[2] = matrix.rowOffset;
    numbers[3] = matrix.columnByRow;
    numbers[4] = matrix.columnByColumn;
    numbers[5] = matrix.columnOffset;
    const target = free + MATRIX;
    kernels.affine(source, height, width, free, BORDER_NUMBERS[border], target);
    return bytesAt(kernels, target, data.length);
  });
}
