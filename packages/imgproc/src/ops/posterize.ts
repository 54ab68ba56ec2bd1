import { z } from 'zod';
import { posterizeTable } from '../kernels/value-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

export const posterize = defineOp({
  description:
    'Keeps the highest bits of each value; their number is drawn. As `ImageOps.posterize` of Pillow, bit for bit.',
  schema: z.strictObject({
    op: z.literal('posterize'),
    bits: wholeInterval(1, 8)
      .default([4, 6])
      .describe('The number of bits of each value that are kept; 8 changes nothing.'),
  }),
  numbers: z.strictObject({ bits: z.int().min(1).max(8) }),
  draw: ({ bits }, rng) => ({ bits: drawWhole(rng, bits) }),
  setUp: () => ({ table: ({ bits }) => posterizeTable(bits) }),
});
