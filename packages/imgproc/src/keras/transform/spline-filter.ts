import type { Border } from '../../kernels/border.ts';
import { MIRROR, REFLECT, type SplineEnds } from './spline-ends.ts';

/** The pole of the filter of each order that has one: sqrt(8) - 3 and sqrt(3) - 2, rounded correctly. */
export const POLES = {
  2: -0.1715728752538099,
  3: -0.2679491924311227,
};

/** One plane of doubles. */
interface Plane {
  readonly height: number;
  readonly width: number;
  readonly data: Float64Array;
}

/**
 * Replaces the values of a plane by the coefficients of the B-spline that passes through them: `scipy.ndimage.spline_filter`
 * bit for bit, first along the columns and then along the rows.
 *
 * @see Unser, Aldroubi and Eden 1991, "Fast B-spline transforms for continuous image representation and interpolation".
 */
export function splineFilter(
  { height, width, data }: Plane,
  { order, fold }: { readonly order: 2 | 3; readonly fold: Border },
): void {
  const pole = POLES[order];
  const ends = isReflected(fold) ? REFLECT : MIRROR;
  const column = new Float64Array(height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = data[y * width + x]!; // the plane has height x width values
    filterLine(column, pole, ends);
    for (let y = 0; y < height; y++) data[y * width + x] = column[y]!; // height values
  }
  for (let y = 0; y < height; y++)
    filterLine(data.subarray(y * width, (y + 1) * width), pole, ends);
}

/** Whether a line continues as `REFLECT`; otherwise as `MIRROR`. */
export function isReflected(fold: Border): boolean {
  return fold === 'reflect' || fold === 'nearest';
}

/** The product of the factors of both passes of the filter. */
export function gainOf(pole: number): number {
  return (1 - pole) * (1 - 1 / pole);
}

function filterLine(line: Float64Array, pole: number, ends: SplineEnds): void {
  const { length } = line;
  if (length < 2) return;
  const gain = gainOf(pole);
  for (let at = 0; at < length; at++) line[at]! *= gain; // within the line
  ends.first(line, pole);
  for (let at = 1; at < length; at++) line[at]! += pole * line[at - 1]!; // within the line
  ends.last(line, pole);
  for (let at = length - 2; at >= 0; at--) line[at] = pole * (line[at + 1]! - line[at]!); // within the line
}
