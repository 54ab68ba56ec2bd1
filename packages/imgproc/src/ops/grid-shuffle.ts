import { permutation } from '@sprout/core';
import { z } from 'zod';
import { shuffleTiles } from '../kernels/shuffle-tiles.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { isPermutation } from '../op-contract/is-permutation.ts';

const count = z.int().min(1).max(50);

export const gridShuffle = defineOp({
  description:
    'Divides an image into a grid of tiles and shuffles them. Where the sides are no multiples of the numbers of tiles, only tiles of the same size exchange their places. As `RandomGridShuffle` of albumentations 2.0.8.',
  schema: z.strictObject({
    op: z.literal('grid-shuffle'),
    rows: count.default(3).describe('The number of rows of tiles.'),
    columns: count.default(3).describe('The number of columns of tiles.'),
  }),
  numbers: z
    .strictObject({ rows: count, columns: count, order: z.array(z.int()).readonly() })
    .refine(({ rows, columns, order }) => isPermutation(order, rows * columns), {
      path: ['order'],
      message: 'it must have each tile of the grid once',
    }),
  draw: ({ rows, columns }, rng) => ({
    rows,
    columns,
    order: [...permutation(rows * columns, rng)],
  }),
  setUp: () => ({
    apply: (source, numbers) => shuffleTiles(source, numbers),
    applyToMask: (mask, numbers) => shuffleTiles(mask, numbers),
  }),
});
