import type { PullMatrix } from '../../kernels/pull-matrix.ts';
import type { Planes } from './planes.ts';
import type { ResampleOptions } from './resample-options.ts';
import { resampleInWasm } from './resample-in-wasm.ts';
import { type Coefficients, splineCoefficients } from './spline-coefficients.ts';
import {
  locate,
  nearestIndex,
  type SplineTaps,
  splineTaps,
  type TapOptions,
} from './spline-taps.ts';

/** The planes of a result. */
interface Target {
  readonly data: Float32Array;
  /** The values of a plane. */
  readonly size: number;
}

/** Writes the values of all channels at a point of the source to one place of the result. */
type Place = (to: number, y: number, x: number) => void;

/**
 * Resamples an image by a matrix, each channel by itself: `scipy.ndimage.affine_transform` bit for bit, also for splines of
 * orders 2 and 3.
 *
 * @param source Only read.
 * @returns New planes.
 */
export function resample(source: Planes, matrix: PullMatrix, options: ResampleOptions): Planes {
  const data = resampleInWasm(source, matrix, options);
  if (data === undefined) return resampleScalar(source, matrix, options);
  return { ...source, data, order: 'channels-first' };
}

/** As `resample`, without WebAssembly. */
export function resampleScalar(
  source: Planes,
  matrix: PullMatrix,
  options: ResampleOptions,
): Planes {
  const { height, width, channels } = source;
  const target = { data: new Float32Array(source.data.length), size: height * width };
  const coefficients = splineCoefficients(source, options);
  const place = placeOf(source, coefficients, { ...options, target });
  const { padding } = coefficients;
  for (let r = 0, to = 0; r < height; r++) {
    const row = matrix.rowOffset + r * matrix.rowByRow;
    const column = matrix.columnOffset + r * matrix.columnByRow;
    for (let c = 0; c < width; c++, to++) {
      const y = row + c * matrix.rowByColumn + padding;
      const x = column + c * matrix.columnByColumn + padding;
      place(to, y, x);
    }
  }
  return { height, width, channels, data: target.data, order: 'channels-first' };
}

function placeOf(
  source: Planes,
  coefficients: Coefficients,
  { target, ...options }: ResampleOptions & { readonly target: Target },
): Place {
  if (options.order === 0) return placeNearest(source, options, target);
  const placeAny = placeSplines(coefficients, options, target);
  if (options.order !== 1) return placeAny;
  return placeLinear(source, target, {
    isNearest: options.fillMode === 'nearest',
    elsewhere: placeAny,
  });
}

/** Splines of order 0: the nearest value. */
function placeNearest(
  { height, width, data }: Planes,
  options: ResampleOptions,
  { data: result, size }: Target,
): Place {
  const rows: TapOptions = { ...options, size: height };
  const columns: TapOptions = { ...options, size: width };
  return (to, y, x) => {
    const row = nearestIndex(y, rows);
    const column = nearestIndex(x, columns);
    const from = row < 0 || column < 0 ? -1 : row * width + column;
    for (let start = 0; start < data.length; start += size) {
      result[start + to] = from < 0 ? options.cval : data[start + from]! + 0; // as a sum, which is never -0
    }
  };
}

/**
 * Splines of order 1 within the image, and everywhere for `nearest`: the usual cases, with the operations of the general
 * one.
 */
function placeLinear(
  { height, width, data }: Planes,
  { data: result, size }: Target,
  { isNearest, elsewhere }: { readonly isNearest: boolean; readonly elsewhere: Place },
): Place {
  const [bottom, right] = [height - 1, width - 1];
  return (to, y, x) => {
    const isWithin = y >= 0 && x >= 0 && y < bottom && x < right;
    if (!isWithin && !isNearest) {
      elsewhere(to, y, x);
      return;
    }
    const top = Math.floor(y);
    const left = Math.floor(x);
    const upper = 1 - (y - top);
    const lower = 1 - upper;
    const before = 1 - (x - left);
    const after = 1 - before;
    const row = (isWithin ? top : clamped(top, bottom)) * width;
    const below = isWithin ? row + width : clamped(top + 1, bottom) * width;
    const column = isWithin ? left : clamped(left, right);
    const beside = isWithin ? left + 1 : clamped(left + 1, right);
    for (let start = 0; start < data.length; start += size) {
      // The four values are within the image.
      result[start + to] =
        data[start + row + column]! * upper * before +
        data[start + row + beside]! * upper * after +
        data[start + below + column]! * lower * before +
        data[start + below + beside]! * lower * after;
    }
  };
}

function clamped(at: number, last: number): number {
  return at < 0 ? 0 : at > last ? last : at;
}

function placeSplines(
  coefficients: Coefficients,
  options: ResampleOptions,
  { data: result, size }: Target,
): Place {
  const { height, width, data } = coefficients;
  const rows: TapOptions = { ...options, size: height };
  const columns: TapOptions = { ...options, size: width };
  const taps = { rows: splineTaps(), columns: splineTaps() };
  return (to, y, x) => {
    const isInside = locate(taps.rows, y, rows) && locate(taps.columns, x, columns);
    for (let channel = 0; channel * height * width < data.length; channel++)
      result[channel * size + to] = isInside ? valueAt(coefficients, channel, taps) : options.cval;
  };
}

interface PointTaps {
  readonly rows: SplineTaps;
  readonly columns: SplineTaps;
}

function valueAt(
  { height, width, data, order }: Coefficients,
  channel: number,
  { rows, columns }: PointTaps,
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
