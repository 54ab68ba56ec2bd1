import { z } from 'zod';
import { filterDiagonal } from '../kernels/filter-three.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

const { fround } = Math;

export const emboss = defineOp({
  description:
    'Adds the differences between the neighbours at the lower right and those at the upper left, which looks like a relief. As `Emboss` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({
    op: z.literal('emboss'),
    alpha: interval(0, 1)
      .default([0.2, 0.5])
      .describe('The share of the embossed image in the result.'),
    strength: interval(0, 100)
      .default([0.2, 0.7])
      .describe('The factor of the differences between neighbours.'),
  }),
  numbers: z.strictObject({ alpha: z.number(), strength: z.number() }),
  draw: ({ alpha, strength }, rng) => ({
    alpha: rng.uniform(...alpha),
    strength: rng.uniform(...strength),
  }),
  setUp: () => ({
    apply: (source, { alpha, strength }) => {
      const share = fround(alpha);
      const corner = fround(share * fround(1 + strength));
      const side = fround(share * fround(strength));
      const centre = fround(fround(1 - alpha) + share);
      return filterDiagonal(source, [-corner, -side, 0, -side, centre, side, 0, side, corner]);
    },
  }),
});
