import { z } from 'zod';
import type { Sides } from '../kernels/pad.ts';
import type { ImageSize } from './image-size.ts';
import type { Rng } from '@sprout/core';
import { interval } from './interval.ts';

type Shares = readonly [low: number, high: number];

/** The fields of a spec with an interval of shares for each side of an image: of the height at top and bottom, of the width at the others. */
export function sideShares(most: number, byDefault: Shares, verb: 'cut off' | 'added') {
  const share = (side: string, length: 'height' | 'width') =>
    interval(0, most)
      .default(byDefault)
      .describe(`The share of the ${length} that is ${verb} at the ${side}.`);
  return {
    top: share('top', 'height'),
    right: share('right', 'width'),
    bottom: share('bottom', 'height'),
    left: share('left', 'width'),
  };
}

/** A share for each side. */
export const drawnSides = z.strictObject({
  top: z.number(),
  right: z.number(),
  bottom: z.number(),
  left: z.number(),
});

export interface SideShares {
  readonly top: Shares;
  readonly right: Shares;
  readonly bottom: Shares;
  readonly left: Shares;
}

/** Draws a share for each side uniformly. */
export function drawSides({ top, right, bottom, left }: SideShares, rng: Rng): Sides {
  return {
    top: rng.uniform(...top),
    right: rng.uniform(...right),
    bottom: rng.uniform(...bottom),
    left: rng.uniform(...left),
  };
}

/** Whether nothing is left to be drawn. */
export function areFixed({ top, right, bottom, left }: SideShares): boolean {
  return [top, right, bottom, left].every(([low, high]) => low === high);
}

/** The shares that will be drawn where all are fixed. */
export function fixedSides({ top, right, bottom, left }: SideShares): Sides {
  return { top: top[0], right: right[0], bottom: bottom[0], left: left[0] };
}

/** Shares in whole pixels, rounded. */
export function sidesInPixels(shares: Sides, { height, width }: ImageSize): Sides {
  return {
    top: Math.round(shares.top * height),
    right: Math.round(shares.right * width),
    bottom: Math.round(shares.bottom * height),
    left: Math.round(shares.left * width),
  };
}
