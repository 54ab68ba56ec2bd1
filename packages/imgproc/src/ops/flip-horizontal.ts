import { z } from 'zod';
import { mirrorColumns } from '../kernels/mirror.ts';
import { defineOp } from '../op-contract/define-op.ts';

/** Swaps left and right with a probability. */
export const flipHorizontal = defineOp({
  schema: z.strictObject({
    op: z.literal('flip-horizontal'),
    probability: z.number().min(0).max(1).default(0.5),
  }),
  numbers: z.strictObject({ flip: z.boolean() }),
  draw: ({ probability }, rng) => ({ flip: rng.chance(probability) }),
  setUp: () => ({
    apply: (source, { flip }) => (flip ? mirrorColumns(source) : source),
    applyToMask: (mask, { flip }) => (flip ? mirrorColumns(mask) : mask),
  }),
});
