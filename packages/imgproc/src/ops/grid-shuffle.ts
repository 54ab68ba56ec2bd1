import { permutation } from '@sprout/core';
import { z } from 'zod';
import { shuffleTiles } from '../kernels/shuffle-tiles.ts';
import { defineOp } from '../op-contract/define-op.ts';

const count = z.int().min(1).max(50);

/**
 * Divides an image into a grid of tiles and shuffles them. Where the sides are no multiples of the numbers of tiles, only tiles of the same size
 * exchange their places. As `RandomGridShuffle` of albumentations 2.0.8.
 */
export const gridShuffle = defineOp({
  schema: z.strictObject({
    op: z.literal('grid-shuffle'),
    rows: count.default(3),
    columns: count.default(3),
  }),
  numbers: z.strictObject({ order: z.array(z.int()).readonly() }),
  draw: ({ rows, columns }, rng) => ({ order: [...permutation(rows * columns, rng)] }),
  setUp: ({ rows, columns }) => ({
    apply: (source, { order }) => shuffleTiles(source, { rows, columns, order }),
    applyToMask: (mask, { order }) => shuffleTiles(mask, { rows, columns, order }),
  }),
});
