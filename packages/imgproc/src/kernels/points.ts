import type { Border } from './border.ts';

/** The steps between two pixels in which points are given. */
export const STEPS = 32;

/**
 * Writes the points of the source that the pixels of one row of the result come from: columns `x` and rows `y`, in `STEPS` of a pixel.
 */
export interface PointsOf {
  (row: number, x: Int32Array, y: Int32Array): void;
  /** The same points, where they lie beside the pixels. */
  readonly displacements?: Displacements;
  /** The matrix of the same points, where they are those of a projection. */
  readonly projection?: ProjectiveMatrix;
}

/** For each pixel of the result, the way to its point: numbers `n` that stand for `alpha * (n + 0.5) / 128` pixels. */
export interface Displacements {
  readonly right: Float32Array;
  readonly down: Float32Array;
  readonly alpha: number;
}

/** Three rows of three numbers: by the column and the row of a pixel, and an offset, they give `x * w`, `y * w` and `w` of its point. */
export type ProjectiveMatrix = readonly [...Row, ...Row, ...Row];

type Row = readonly [number, number, number];

export interface RemapOptions {
  readonly pointsOf: PointsOf;
  readonly border: Border;
}

/** A double to which this is added and from which it is taken again is rounded, halves to even, as OpenCV rounds. */
const ROUNDING = 1.5 * 2 ** 52;

/** A coordinate in pixels as `STEPS`, rounded as OpenCV does. */
export function inSteps(coordinate: number): number {
  return coordinate * STEPS + ROUNDING - ROUNDING;
}
