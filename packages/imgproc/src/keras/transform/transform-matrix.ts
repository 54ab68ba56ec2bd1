import type { PullMatrix } from '../../kernels/pull-matrix.ts';
import { fusedMultiplyAdd } from './fused-multiply-add.ts';
import type { KerasNumbers } from './keras-numbers.ts';
import { sineCosine } from './sine-cosine.ts';
import type { KerasTraits } from './traits.ts';

/** Three rows of three numbers. */
type Matrix = readonly number[];

type Size = { readonly height: number; readonly width: number };

const RADIANS = Math.PI / 180;

/**
 * The matrix that finds, for each pixel of the changed image, its point in the source: rotation, shift, shear and zoom about
 * the centre, multiplied in this order as NumPy and OpenBLAS do it with FMA.
 *
 * @returns `undefined` if the numbers change nothing, so that the image is not resampled.
 */
export function transformMatrix(
  { theta, tx, ty, shear, zx, zy }: KerasNumbers,
  { height, width }: Size,
  { centre, exchangesAxes }: KerasTraits,
): PullMatrix | undefined {
  const factors: Matrix[] = [];
  if (theta !== 0) {
    const { sine, cosine } = sineCosine(theta * RADIANS);
    factors.push([cosine, -sine, 0, sine, cosine, 0, 0, 0, 1]);
  }
  if (tx !== 0 || ty !== 0) factors.push([1, 0, tx, 0, 1, ty, 0, 0, 1]);
  if (shear !== 0) {
    const { sine, cosine } = sineCosine(shear * RADIANS);
    factors.push([1, -sine, 0, 0, cosine, 0, 0, 0, 1]);
  }
  if (zx !== 1 || zy !== 1) factors.push([zx, 0, 0, 0, zy, 0, 0, 0, 1]);
  if (factors.length === 0) return undefined;
  const row = height / 2 + centre;
  const column = width / 2 + centre;
  const there = [1, 0, row, 0, 1, column, 0, 0, 1];
  const back = [1, 0, -row, 0, 1, -column, 0, 0, 1];
  const matrix = product(product(there, factors.reduce(product)), back);
  return exchangesAxes ? exchanged(matrix) : pullMatrix(matrix);
}

function product(left: Matrix, right: Matrix): Matrix {
  const entry = (row: number, column: number): number => {
    let total = 0;
    for (let at = 0; at < 3; at++)
      total = fusedMultiplyAdd(left[3 * row + at]!, right[3 * at + column]!, total); // 9 entries each
    return total;
  };
  return left.map((_, at) => entry(Math.trunc(at / 3), at % 3));
}

function pullMatrix([a, b, c, d, e, f]: Matrix): PullMatrix {
  return {
    rowByRow: a!, // a matrix has 9 entries
    rowByColumn: b!,
    rowOffset: c!,
    columnByRow: d!,
    columnByColumn: e!,
    columnOffset: f!,
  };
}

/** The matrix with its first two rows and its first two columns exchanged. */
function exchanged([a, b, c, d, e, f]: Matrix): PullMatrix {
  return pullMatrix([e!, d!, f!, b!, a!, c!]); // a matrix has 9 entries
}
