import { z } from 'zod';
import { mirrorColumns } from '../kernels/mirror.ts';
import { defineAugmentationOp } from '../op/define-op.ts';

/** Swaps left and right with a probability. */
export const flipHorizontal = defineAugmentationOp({
  schema: z.strictObject({
    op: z.literal('flip-horizontal'),
    probability: z.number().min(0).max(1).default(0.5),
  }),
  numbers: z.strictObject({ flip: z.boolean() }),
  draw: ({ probability }, rng) => ({ flip: rng.chance(probability) }),
  apply: (source, { flip }) => (flip ? mirrorColumns(source) : source),
});
