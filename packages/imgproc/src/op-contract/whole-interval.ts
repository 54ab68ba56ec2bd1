import { z } from 'zod';
import type { Rng } from '@sprout/core';
import { ordered } from './interval.ts';

type Interval = readonly [low: number, high: number];

/** Two whole numbers within limits, the lower one first. */
export function wholeInterval(lowest: number, highest: number) {
  return ordered(z.int().min(lowest).max(highest));
}

/** An odd number within limits: the side of a window with a pixel in the middle. */
export function odd(lowest: number, highest: number) {
  return z
    .int()
    .min(lowest)
    .max(highest)
    .refine((number) => number % 2 === 1, { message: 'must be odd' });
}

/** Two odd numbers within limits, the lower one first: the sides of windows with a pixel in the middle. */
export function oddInterval(lowest: number, highest: number) {
  return wholeInterval(lowest, highest).refine((ends) => ends.every((end) => end % 2 === 1), {
    message: 'both numbers must be odd',
  });
}

/** Draws a whole number from an interval, each with the same probability. */
export function drawWhole(rng: Rng, [low, high]: Interval): number {
  return low + rng.integer(high - low + 1);
}

/** Draws an odd number from an interval of odd numbers. */
export function drawOdd(rng: Rng, [low, high]: Interval): number {
  return low + 2 * rng.integer((high - low) / 2 + 1);
}
