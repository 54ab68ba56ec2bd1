import { z } from 'zod';
import { saturate } from '../kernels/saturate.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const saturation = defineOp({
  description:
    'Blends an image with its grayscale by a factor drawn uniformly. As `ImageEnhance.Color` of Pillow, bit for bit.',
  schema: z.strictObject({
    op: z.literal('saturation'),
    factor: interval(0, 100)
      .default([0.5, 1.5])
      .describe('The factor of the saturation: 0 gives grayscale, 1 changes nothing.'),
  }),
  numbers: z.strictObject({ factor: z.number() }),
  draw: ({ factor }, rng) => ({ factor: rng.uniform(...factor) }),
  setUp: () => ({ apply: (source, { factor }) => saturate(source, factor) }),
});
