import { z } from 'zod';
import { equalizeLightness } from '../kernels/equalize-lightness.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/**
 * Contrast-limited adaptive histogram equalisation of the lightness (CLAHE): `CLAHE` of albumentations 2.0.8 and so that of OpenCV,
 * bit for bit.
 */
export const clahe = defineOp({
  schema: z.strictObject({
    op: z.literal('clahe'),
    /** The most that a value may occur in a tile, as a multiple of the mean of all values. */
    clipLimit: interval(1, 1000).default([1, 4]),
    /** The number of tiles in a column and in a row. */
    tiles: z.int().min(1).max(64).default(8),
  }),
  numbers: z.strictObject({ clipLimit: z.number() }),
  draw: ({ clipLimit }, rng) => ({ clipLimit: rng.uniform(...clipLimit) }),
  setUp: ({ tiles }) => ({
    apply: (source, { clipLimit }) => equalizeLightness(source, { clipLimit, tiles }),
  }),
});
