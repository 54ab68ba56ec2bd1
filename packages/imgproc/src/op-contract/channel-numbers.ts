import type { Rng } from '@sprout/core';
import { z } from 'zod';

/** The schema of the probability that each channel of an image has a number of its own. */
export const perChannel = z
  .number()
  .min(0)
  .max(1)
  .default(0)
  .describe(
    'The probability that each channel has a number of its own; otherwise all channels have the same number.',
  );

/** The schema of one number for all channels, or one for each. */
export const channelNumbers = z
  .union([z.tuple([z.number()]), z.tuple([z.number(), z.number(), z.number()])])
  .readonly();

/** Draws one number for all channels, or with the probability one for each. */
export function drawChannelNumbers(
  rng: Rng,
  probability: number,
  draw: () => number,
): z.output<typeof channelNumbers> {
  return rng.chance(probability) ? [draw(), draw(), draw()] : [draw()];
}
