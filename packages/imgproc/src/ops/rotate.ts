import { z } from 'zod';
import { affine } from '../kernels/affine.ts';
import { affineNearest } from '../kernels/affine-nearest.ts';
import { pullMatrix } from '../kernels/pull-matrix.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const rotate = defineOp({
  description:
    'Rotates about the centre, counter-clockwise, by an angle drawn uniformly. As `scipy.ndimage.affine_transform(order=1)`, bit for bit.',
  schema: z.strictObject({
    op: z.literal('rotate'),
    degrees: interval(-180, 180)
      .default([-15, 15])
      .describe('The angle of the rotation, counter-clockwise, in degrees.'),
    border: border.default('nearest'),
  }),
  numbers: z.strictObject({ degrees: z.number(), border }),
  draw: ({ degrees, border: outside }, rng) => ({
    degrees: rng.uniform(...degrees),
    border: outside,
  }),
  placement:
    () =>
    (size, { degrees }) =>
      pullMatrix(size, { degrees }),
  setUp: () => ({
    apply: (source, { degrees, border: outside }) =>
      affine(source, pullMatrix(source, { degrees }), outside),
    applyToMask: (mask, { degrees, border: outside }) =>
      affineNearest(mask, pullMatrix(mask, { degrees }), outside),
  }),
});
