import { z } from 'zod';
import { solarizeTable } from '../kernels/value-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/** Inverts the values from a threshold on, which is drawn uniformly. As `ImageOps.solarize` of Pillow, bit for bit. */
export const solarize = defineOp({
  schema: z.strictObject({
    op: z.literal('solarize'),
    /** 0 inverts all values, 256 none. */
    threshold: interval(0, 256).default([128, 128]),
  }),
  numbers: z.strictObject({ threshold: z.number() }),
  draw: ({ threshold }, rng) => ({ threshold: rng.uniform(...threshold) }),
  setUp: () => ({ table: ({ threshold }) => solarizeTable(threshold) }),
});
