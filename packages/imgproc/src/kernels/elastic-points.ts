import type { ImageSize } from './image-size.ts';
import { inSteps, type PointsOf } from './points.ts';
import { smoothField } from './smooth-field.ts';

/** Two fields of random numbers, uniform from -128 to 127, one number for each pixel. */
export interface ElasticNoise {
  readonly right: Int8Array;
  readonly down: Int8Array;
}

export interface Elasticity {
  /** The standard deviation of the Gaussian that smooths the fields, in pixels. */
  readonly sigma: number;
  /** The root mean square of the displacements along one axis, in pixels. At the edges it is up to twice as large. */
  readonly distance: number;
}

/**
 * The points of an elastic distortion: those of `ElasticTransform` of albumentations 2.0.8 with uniform noise and
 * `alpha = alphaOf(...)`, but for the accuracy and the edges of `smoothField`.
 *
 * @see Simard, Steinkraus and Platt, "Best Practices for Convolutional Neural Networks", 2003.
 */
export function elasticPoints(
  { height, width }: ImageSize,
  noise: ElasticNoise,
  elasticity: Elasticity,
): PointsOf {
  const alpha = alphaOf(elasticity);
  const { sigma } = elasticity;
  const right = smoothField({ height, width, values: noise.right }, sigma);
  const down = smoothField({ height, width, values: noise.down }, sigma);
  const pointsOf = (row: number, x: Int32Array, y: Int32Array): void => {
    const start = row * width;
    for (let column = 0; column < width; column++) {
      x[column] = inSteps(Math.fround(column + alpha * unit(right[start + column]!)));
      y[column] = inSteps(Math.fround(row + alpha * unit(down[start + column]!)));
    }
  };
  return Object.assign(pointsOf, { displacements: { right, down, alpha } });
}

/** The factor for smoothed uniform noise of -1 to 1: its variance is 1/3 before, and 4 pi sigma^2 times smaller after it is smoothed. */
export function alphaOf({ sigma, distance }: Elasticity): number {
  return 2 * Math.sqrt(3 * Math.PI) * sigma * distance;
}

/** From -128 to 127 to -1 to 1. */
function unit(value: number): number {
  return (value + 0.5) / 128;
}
