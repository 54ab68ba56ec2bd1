import type { Border } from '../../kernels/border.ts';
import { type Fold, foldCoordinate } from './fold-coordinate.ts';
import { type SplineOrder, splineWeights } from './spline-weights.ts';

/** The values around a coordinate of one axis: their indices and weights. One object is used for all pixels. */
export interface SplineTaps {
  readonly at: Int32Array;
  readonly weights: Float64Array;
}

export interface TapOptions {
  readonly size: number;
  readonly order: SplineOrder;
  readonly fillMode: Border;
}

/** Taps for the largest order. */
export function splineTaps(): SplineTaps {
  return { at: new Int32Array(4), weights: new Float64Array(4) };
}

/** The index that `locate` finds for order 0: -1 in a constant border. */
export function nearestIndex(coordinate: number, { size, fillMode }: TapOptions): number {
  const inside = fillMode === 'nearest' ? coordinate : foldCoordinate(coordinate, size, fillMode);
  if (inside <= -1 && fillMode !== 'nearest') return -1;
  const index = Math.floor(inside + 0.5);
  if (index >= 0 && index < size) return index;
  return foldCoordinate(index, size, foldOf(fillMode));
}

/** How taps continue beyond the ends. */
function foldOf(fillMode: Border): Fold {
  return fillMode === 'constant' || fillMode === 'wrap' ? 'mirror' : fillMode;
}

/**
 * Finds the values around a coordinate, as `NI_GeometricTransform` of scipy.ndimage does.
 *
 * @returns False where the coordinate lies in a constant border.
 */
export function locate(
  { at, weights }: SplineTaps,
  coordinate: number,
  { size, order, fillMode }: TapOptions,
): boolean {
  const inside = fillMode === 'nearest' ? coordinate : foldCoordinate(coordinate, size, fillMode);
  if (inside <= -1 && fillMode !== 'nearest') return false;
  const start = Math.floor(order % 2 === 1 ? inside : inside + 0.5) - (order >> 1);
  const fold = foldOf(fillMode);
  for (let tap = 0; tap <= order; tap++) {
    const index = start + tap;
    at[tap] = index >= 0 && index < size ? index : foldCoordinate(index, size, fold);
  }
  splineWeights(inside, order, weights);
  return true;
}
