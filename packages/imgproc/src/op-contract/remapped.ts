import type { Raster } from '@sprout/core';
import type { Border } from '../kernels/border.ts';
import type { PointsOf } from '../kernels/points.ts';
import { remap, remapNearest } from '../kernels/remap.ts';
import type { PreparedOp } from './op.ts';

/** A prepared op that resamples images bilinearly, and masks to the nearest pixel, at the points of `pointsOf`. */
export function remapped<Numbers extends { readonly border: Border }>(
  pointsOf: (image: Raster, numbers: Numbers) => PointsOf,
): Required<Pick<PreparedOp<Numbers>, 'apply' | 'applyToMask'>> {
  return {
    apply: (source, numbers) =>
      remap(source, { pointsOf: pointsOf(source, numbers), border: numbers.border }),
    applyToMask: (mask, numbers) =>
      remapNearest(mask, { pointsOf: pointsOf(mask, numbers), border: numbers.border }),
  };
}
