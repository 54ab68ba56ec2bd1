import { z } from 'zod';
import { sharpness as sharpened } from '../kernels/sharpness.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const sharpness = defineOp({
  description:
    'Blends an image with a smoothed one by a factor drawn uniformly. As `ImageEnhance.Sharpness` of Pillow, bit for bit.',
  schema: z.strictObject({
    op: z.literal('sharpness'),
    factor: interval(0, 100)
      .default([0.5, 1.5])
      .describe('The factor of the sharpness: 0 smooths, 1 changes nothing, more sharpens.'),
  }),
  numbers: z.strictObject({ factor: z.number() }),
  draw: ({ factor }, rng) => ({ factor: rng.uniform(...factor) }),
  setUp: () => ({ apply: (source, { factor }) => sharpened(source, factor) }),
});
