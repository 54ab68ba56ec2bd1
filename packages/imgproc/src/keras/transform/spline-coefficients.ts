import type { Border } from '../../kernels/border.ts';
import type { Planes } from './planes.ts';
import { splineFilter } from './spline-filter.ts';
import type { SplineOrder } from './spline-weights.ts';

/** The coefficients of the splines through the values of an image: `[channels, height, width]`. */
export interface Coefficients {
  /** Including the padding. */
  readonly height: number;
  readonly width: number;
  /** Pixels that were added on each side. */
  readonly padding: number;
  readonly order: SplineOrder;
  readonly data: Float32Array | Float64Array;
}

/** `nearest` has no filter of its own: scipy repeats the edge pixels 12 times instead. */
export function paddingOf(fold: Border): number {
  return fold === 'nearest' ? 12 : 0;
}

/** The coefficients of an image. For the orders 0 and 1 they are its values. */
export function splineCoefficients(
  { height, width, channels, data }: Planes,
  { order, fillMode: fold }: { readonly order: SplineOrder; readonly fillMode: Border },
): Coefficients {
  if (order < 2) return { height, width, padding: 0, order, data };
  const filtered = { order: order as 2 | 3, fold }; // the others have returned
  const padding = paddingOf(fold);
  const padded = { height: height + 2 * padding, width: width + 2 * padding };
  const size = padded.height * padded.width;
  const result = new Float64Array(channels * size);
  for (let channel = 0; channel < channels; channel++) {
    const plane = result.subarray(channel * size, (channel + 1) * size);
    for (let y = 0; y < padded.height; y++) {
      const row = (channel * height + clamped(y - padding, height)) * width;
      for (let x = 0; x < padded.width; x++)
        plane[y * padded.width + x] = data[row + clamped(x - padding, width)]!; // within the image
    }
    splineFilter({ ...padded, data: plane }, filtered);
  }
  return { ...padded, padding, order, data: result };
}

function clamped(at: number, size: number): number {
  return Math.min(size - 1, Math.max(0, at));
}
