import { z } from 'zod';
import { affine as resample } from '../kernels/affine.ts';
import { affineNearest } from '../kernels/affine-nearest.ts';
import { pullMatrix, type PullMatrix } from '../kernels/pull-matrix.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';

const STILL = [0, 0] as const;

const affineNumbers = z.strictObject({
  degrees: z.number(),
  scale: z.number(),
  shear: z.number(),
  down: z.number(),
  right: z.number(),
  border,
});

export const affine = defineOp({
  description:
    'Scales, shears, rotates and moves an image about its centre, in this order, with one bilinear resampling. All numbers are drawn uniformly from their intervals, the scale so that its logarithm is uniform. Values differ from those of `scipy.ndimage.affine_transform(order=1)` by at most 1.',
  example: {
    op: 'affine',
    degrees: [-30, 30],
    scale: [0.7, 1.4],
    shear: [-20, 20],
    down: [-0.1, 0.1],
    right: [-0.1, 0.1],
  },
  schema: z.strictObject({
    op: z.literal('affine'),
    degrees: interval(-180, 180)
      .default(STILL)
      .describe('The angle of the rotation, counter-clockwise, in degrees.'),
    scale: interval(0.05, 20)
      .default([1, 1])
      .describe(
        'The factor of the size: 2 makes things twice as large. Drawn so that its logarithm is uniform.',
      ),
    shear: interval(-80, 80)
      .default(STILL)
      .describe('The angle by which columns lean to the right below the centre, in degrees.'),
    down: interval(-1, 1).default(STILL).describe('The shift downwards, as a share of the height.'),
    right: interval(-1, 1)
      .default(STILL)
      .describe('The shift to the right, as a share of the width.'),
    border: border.default('nearest'),
  }),
  numbers: affineNumbers,
  draw: ({ degrees, scale: [smallest, largest], shear, down, right, border: outside }, rng) => ({
    degrees: rng.uniform(...degrees),
    scale: Math.exp(rng.uniform(Math.log(smallest), Math.log(largest))),
    shear: rng.uniform(...shear),
    down: rng.uniform(...down),
    right: rng.uniform(...right),
    border: outside,
  }),
  placement: () => matrixOf,
  setUp: () => ({
    apply: (source, numbers) => resample(source, matrixOf(source, numbers), numbers.border),
    applyToMask: (mask, numbers) => affineNearest(mask, matrixOf(mask, numbers), numbers.border),
  }),
});

function matrixOf(
  size: ImageSize,
  { down, right, ...numbers }: z.output<typeof affineNumbers>,
): PullMatrix {
  return pullMatrix(size, { ...numbers, down: down * size.height, right: right * size.width });
}
