import { z } from 'zod';
import { solarizeTable } from '../kernels/value-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const solarize = defineOp({
  description:
    'Inverts the values from a threshold on, which is drawn uniformly. As `ImageOps.solarize` of Pillow, bit for bit.',
  schema: z.strictObject({
    op: z.literal('solarize'),
    threshold: interval(0, 256)
      .default([128, 128])
      .describe('The value from which on values are inverted: 0 inverts all, 256 none.'),
  }),
  numbers: z.strictObject({ threshold: z.number() }),
  draw: ({ threshold }, rng) => ({ threshold: rng.uniform(...threshold) }),
  setUp: () => ({ table: ({ threshold }) => solarizeTable(threshold) }),
});
