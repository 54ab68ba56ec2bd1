import type { PullMatrix } from '../../kernels/affine.ts';
import type { Fold } from './fold-coordinate.ts';
import type { Planes } from './planes.ts';
import { type Coefficients, splineCoefficients } from './spline-coefficients.ts';
import { locate, type SplineTaps, splineTaps } from './spline-taps.ts';
import type { SplineOrder } from './spline-weights.ts';

export interface ResampleOptions {
  readonly order: SplineOrder;
  readonly fillMode: Exclude<Fold, 'mirror'>;
  /** The value beyond the edges for `constant`. */
  readonly cval: number;
}

/**
 * Resamples an image by a matrix, each channel by itself: `scipy.ndimage.affine_transform` bit for bit, also for splines of
 * orders 2 and 3.
 *
 * @param source Only read.
 * @returns New planes.
 */
export function resample(source: Planes, matrix: PullMatrix, options: ResampleOptions): Planes {
  const { height, width, channels } = source;
  const result = new Float32Array(source.data.length);
  const size = height * width;
  const coefficients = splineCoefficients(source, options);
  const axes = {
    rows: { ...options, size: coefficients.height },
    columns: { ...options, size: coefficients.width },
  };
  const { padding } = coefficients;
  const rows = splineTaps();
  const columns = splineTaps();
  for (let to = 0; to < size; to++) {
    const r = Math.trunc(to / width);
    const c = to - r * width;
    const y = matrix.rowOffset + r * matrix.rowByRow + c * matrix.rowByColumn + padding;
    const x = matrix.columnOffset + r * matrix.columnByRow + c * matrix.columnByColumn + padding;
    const isInside = locate(rows, y, axes.rows) && locate(columns, x, axes.columns);
    for (let channel = 0; channel < channels; channel++)
      result[channel * size + to] = isInside
        ? valueAt(coefficients, channel, { rows, columns, order: options.order })
        : options.cval;
  }
  return { height, width, channels, data: result, order: 'channels-first' };
}

interface Position {
  readonly rows: SplineTaps;
  readonly columns: SplineTaps;
  readonly order: SplineOrder;
}

function valueAt(
  { height, width, data }: Coefficients,
  channel: number,
  { rows, columns, order }: Position,
): number {
  let total = 0;
  for (let i = 0; i <= order; i++) {
    const start = (channel * height + rows.at[i]!) * width; // order + 1 taps are set
    const weight = rows.weights[i]!; // order + 1 taps are set
    for (let j = 0; j <= order; j++)
      total += data[start + columns.at[j]!]! * weight * columns.weights[j]!; // order + 1 taps are set
  }
  return total;
}
