import type { Rng } from '@sprout/core';
import { z } from 'zod';

/** Two whole numbers within limits, the lower one first. */
export function wholeInterval(lowest: number, highest: number) {
  const end = z.int().min(lowest).max(highest);
  return z
    .tuple([end, end])
    .readonly()
    .refine(([low, high]) => low <= high, {
      message: 'the first number must not exceed the second',
    });
}

/** Draws a whole number of an interval, both ends included, each with the same probability. */
export function drawWhole(rng: Rng, [low, high]: readonly [number, number]): number {
  return low + rng.integer(high - low + 1);
}
