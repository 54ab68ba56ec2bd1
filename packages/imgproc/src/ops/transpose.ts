import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { IDENTITY, TRANSPOSED } from '../kernels/grid-matrices.ts';
import { transpose as exchange } from '../kernels/turn.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { requireSquare } from '../op-contract/require-square.ts';

export const transpose = defineOp({
  description:
    'Exchanges rows and columns with a probability. As `numpy.transpose`. For images taken from above. Only square images can be transposed.',
  example: { op: 'transpose', probability: 1 },
  schema: z.strictObject({
    op: z.literal('transpose'),
    probability: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('The probability that the image is transposed.'),
  }),
  numbers: z.strictObject({ transpose: z.boolean() }),
  draw: ({ probability }, rng) => ({ transpose: rng.chance(probability) }),
  placement: () => (size, numbers, file) => {
    if (!numbers.transpose) return IDENTITY;
    check(size, file);
    return TRANSPOSED;
  },
  setUp: () => ({
    apply: (source, numbers, { file }): Raster => {
      if (!numbers.transpose) return source;
      check(source, file);
      return exchange(source);
    },
    applyToMask: (mask, numbers) => (numbers.transpose ? exchange(mask) : mask),
  }),
});

function check(size: ImageSize, file: string): void {
  requireSquare(size, { file, op: 'transpose' });
}
