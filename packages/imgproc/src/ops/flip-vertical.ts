import { z } from 'zod';
import { IDENTITY, rowsMirrored } from '../kernels/grid-matrices.ts';
import { mirrorRows } from '../kernels/mirror.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const flipVertical = defineOp({
  description: 'Swaps top and bottom with a probability. For images without an up and a down.',
  schema: z.strictObject({
    op: z.literal('flip-vertical'),
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
      flip ? rowsMirrored(size) : IDENTITY,
  setUp: () => ({
    apply: (source, { flip }) => (flip ? mirrorRows(source) : source),
    applyToMask: (mask, { flip }) => (flip ? mirrorRows(mask) : mask),
  }),
});
