import type { Rng } from '@sprout/core';
import { z } from 'zod';
import { colour } from './colour.ts';

/** The schema of what replaces pixels: one colour, or a random one each time. */
export const fill = z.union([colour, z.literal('random')]);

type Colour = z.output<typeof colour>;

/** The colour of a fill; a random one is drawn. */
export function drawColour(spec: z.output<typeof fill>, rng: Rng): Colour {
  return spec === 'random' ? [rng.integer(256), rng.integer(256), rng.integer(256)] : spec;
}
