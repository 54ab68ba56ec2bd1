import { z } from 'zod';
import { gridPoints } from '../kernels/grid-points.ts';
import { border } from '../op-contract/border.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { outsideInterval } from '../op-contract/outside-interval.ts';
import { remapped } from '../op-contract/remapped.ts';

const numbers = z.strictObject({
  /** For each column, and for the pixels that are left at the right edge. 1 changes nothing. */
  right: z.array(z.number()).readonly(),
  /** For each row, and for the pixels that are left at the bottom. */
  down: z.array(z.number()).readonly(),
  border,
});

export const gridDistortion = defineOp({
  description:
    'Stretches and squeezes the columns and the rows of a grid, each by a share of its size drawn uniformly; the outer edges stay. Bilinear: `GridDistortion` of albumentations 2.0.8, bit for bit.',
  schema: z.strictObject({
    op: z.literal('grid-distortion'),
    cells: z.int().min(1).max(50).default(5).describe('The number of columns, and of rows.'),
    amount: interval(-0.9, 0.9)
      .default([-0.3, 0.3])
      .describe('How much wider or higher a column or a row becomes, as a share of its size.'),
    border: border.default('nearest'),
  }),
  numbers,
  draw: ({ cells, amount, border: outside }, rng) => {
    const stretches = () => Array.from({ length: cells + 1 }, () => 1 + rng.uniform(...amount));
    return { right: stretches(), down: stretches(), border: outside };
  },
  checkDrawn: ({ right, down }, _within, { cells, amount: [least, most] }) => {
    const op = 'grid-distortion';
    for (const [field, stretches] of Object.entries({ right, down })) {
      if (stretches.length !== cells + 1)
        return { op, field, reason: `it has ${stretches.length} numbers instead of ${cells + 1}` };
      for (const [at, stretch] of stretches.entries()) {
        const reason = outsideInterval(stretch, [1 + least, 1 + most]);
        if (reason !== undefined) return { op, field: `${field}.${at}`, reason };
      }
    }
    return undefined;
  },
  setUp: () => remapped((size, stretches: z.output<typeof numbers>) => gridPoints(size, stretches)),
});
