import type { Rng } from '@sprout/core';
import type { Transform } from './transform.ts';

/**
 * Where each pixel of a view lies in the image: `matrix * position + offset`, in rows and columns from the centres of both, in pixels.
 */
export interface Placement {
  /** Row by row. */
  readonly matrix: readonly [number, number, number, number];
  readonly offset: readonly [number, number];
  /** The grey outside of the image; `undefined` for the nearest pixel. */
  readonly outside: number | undefined;
}

const GREY = 127.5;

/** Draws the numbers of transforms and joins them into one placement, so that the image is sampled once. */
export function drawPlacement(transforms: readonly Transform[], rng: Rng): Placement {
  let placement: Placement = { matrix: [1, 0, 0, 1], offset: [0, 0], outside: undefined };
  for (const transform of transforms) placement = followedBy(placement, transform, rng);
  return placement;
}

function followedBy(before: Placement, transform: Transform, rng: Rng): Placement {
  const { matrix, offset } = before;
  if (transform.kind === 'pad') return { ...before, outside: transform.value ?? GREY };
  if (transform.kind === 'jitter') {
    const { pixels } = transform;
    const [down, right] = [
      rng.integer(pixels + 1) - pixels / 2,
      rng.integer(pixels + 1) - pixels / 2,
    ];
    const [a, b, c, d] = matrix;
    return {
      ...before,
      offset: [offset[0] + a * down + b * right, offset[1] + c * down + d * right],
    };
  }
  if (transform.kind === 'scale') {
    const factor = 1 / chosen(transform.factors, rng);
    return { ...before, matrix: product(matrix, [factor, 0, 0, factor]) };
  }
  const angle = (chosen(transform.degrees, rng) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { ...before, matrix: product(matrix, [cos, -sin, sin, cos]) };
}

function chosen(values: readonly number[], rng: Rng): number {
  return values[rng.integer(values.length)]!; // below the length
}

function product(left: Placement['matrix'], right: Placement['matrix']): Placement['matrix'] {
  const [a, b, c, d] = left;
  const [e, f, g, h] = right;
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}
