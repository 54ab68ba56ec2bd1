import { z } from 'zod';
import { posterizeTable } from '../kernels/value-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

/** Keeps the highest bits of each value; their number is drawn. As `ImageOps.posterize` of Pillow, bit for bit. */
export const posterize = defineOp({
  schema: z.strictObject({
    op: z.literal('posterize'),
    /** 1 to 8; 8 bits change nothing. */
    bits: wholeInterval(1, 8).default([4, 6]),
  }),
  numbers: z.strictObject({ bits: z.int().min(1).max(8) }),
  draw: ({ bits }, rng) => ({ bits: drawWhole(rng, bits) }),
  setUp: () => ({ table: ({ bits }) => posterizeTable(bits) }),
});
