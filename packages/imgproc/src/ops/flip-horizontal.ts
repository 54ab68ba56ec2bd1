import { z } from 'zod';
import { columnsMirrored, IDENTITY } from '../kernels/grid-matrices.ts';
import { mirrorColumns } from '../kernels/mirror.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const flipHorizontal = defineOp({
  description: 'Swaps left and right with a probability.',
  schema: z.strictObject({
    op: z.literal('flip-horizontal'),
    probability: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('The probability that the image is flipped.'),
  }),
  numbers: z.strictObject({ flip: z.boolean() }),
  draw: ({ probability }, rng) => ({ flip: rng.chance(probability) }),
  placement:
    () =>
    (size, { flip }) =>
      flip ? columnsMirrored(size) : IDENTITY,
  setUp: () => ({
    apply: (source, { flip }) => (flip ? mirrorColumns(source) : source),
    applyToMask: (mask, { flip }) => (flip ? mirrorColumns(mask) : mask),
  }),
});
