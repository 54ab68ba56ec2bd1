import { z } from 'zod';
import { lensPoints } from '../kernels/lens-points.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { remapped } from '../op-contract/remapped.ts';

const lens = z.enum(['camera', 'fisheye']);

const numbers = z.strictObject({ amount: z.number(), lens, border });

export const opticalDistortion = defineOp({
  description:
    'Distorts an image as a lens does, by an amount drawn uniformly. A positive amount bends straight lines towards the centre (barrel), a negative one away from it (pincushion). Bilinear: `OpticalDistortion` of albumentations 2.0.8, except for rare differences in the last bit of a coordinate.',
  schema: z.strictObject({
    op: z.literal('optical-distortion'),
    amount: interval(-1, 1)
      .default([-0.1, 0.1])
      .describe(
        'The strength: positive bends lines towards the centre (barrel), negative away from it (pincushion).',
      ),
    lens: lens.default('camera').describe('The model of the lens.'),
    border: border.default('nearest'),
  }),
  numbers,
  draw: ({ amount, lens: kind, border: outside }, rng) => ({
    amount: rng.uniform(...amount),
    lens: kind,
    border: outside,
  }),
  setUp: () =>
    remapped((size, distortion: z.output<typeof numbers>) => lensPoints(size, distortion)),
});
