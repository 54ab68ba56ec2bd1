import { z } from 'zod';
import { equalizeLightness } from '../kernels/equalize-lightness.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

export const clahe = defineOp({
  description:
    'Raises the contrast of each part of an image, up to a limit: contrast-limited adaptive histogram equalisation of the lightness (CLAHE). As `CLAHE` of albumentations 2.0.8, which is that of OpenCV, bit for bit.',
  schema: z.strictObject({
    op: z.literal('clahe'),
    clipLimit: interval(1, 1000)
      .default([1, 4])
      .describe(
        'The largest count of a value in a tile, as a multiple of the mean count of all values. A larger limit gives more contrast.',
      ),
    tiles: z
      .int()
      .min(1)
      .max(64)
      .default(8)
      .describe('The number of tiles in a column and in a row.'),
  }),
  numbers: z.strictObject({ clipLimit: z.number() }),
  draw: ({ clipLimit }, rng) => ({ clipLimit: rng.uniform(...clipLimit) }),
  setUp: ({ tiles }) => ({
    apply: (source, { clipLimit }) => equalizeLightness(source, { clipLimit, tiles }),
  }),
});
