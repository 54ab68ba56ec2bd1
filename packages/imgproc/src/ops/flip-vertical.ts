import { z } from 'zod';
import { mirrorRows } from '../kernels/mirror.ts';
import { defineAugmentationOp } from '../op/define-op.ts';

/** Swaps top and bottom with a probability: for pictures that have no up and down. */
export const flipVertical = defineAugmentationOp({
  schema: z.strictObject({
    op: z.literal('flip-vertical'),
    probability: z.number().min(0).max(1).default(0.5),
  }),
  numbers: z.strictObject({ flip: z.boolean() }),
  draw: ({ probability }, rng) => ({ flip: rng.chance(probability) }),
  apply: (source, { flip }) => (flip ? mirrorRows(source) : source),
});
