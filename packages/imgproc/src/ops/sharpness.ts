import { z } from 'zod';
import { sharpness as sharpened } from '../kernels/sharpness.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/** Blends an image with a smoothed one by a factor drawn uniformly: `ImageEnhance.Sharpness` of Pillow, bit for bit. */
export const sharpness = defineOp({
  schema: z.strictObject({
    op: z.literal('sharpness'),
    /** 0 smooths, 1 changes nothing, more sharpens. */
    factor: interval(0, 100).default([0.5, 1.5]),
  }),
  numbers: z.strictObject({ factor: z.number() }),
  draw: ({ factor }, rng) => ({ factor: rng.uniform(...factor) }),
  setUp: () => ({ apply: (source, { factor }) => sharpened(source, factor) }),
});
