import { z } from 'zod';
import { applyMask } from '../kernels/apply-mask.ts';
import { buildMaskTable } from '../kernels/mask-table.ts';
import { seedlingPalette } from '../kernels/seedling-palette.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';

const paletteColour = z.strictObject({
  colour,
  threshold: z.int().min(0).max(600_000),
});

/** A named palette is replaced by its colours when it is parsed, so that a saved recipe is complete. */
const named = { seedling: seedlingPalette };

/**
 * Blackens every pixel that is not near one of the palette's colours. Distances are squared redmean distances, in whole
 * numbers.
 */
export const colourMask = defineOp({
  schema: z.strictObject({
    op: z.literal('colour-mask'),
    palette: z.union([
      z.array(paletteColour).min(1).readonly(),
      z.literal('seedling').transform((name) => named[name]),
    ]),
  }),
  setUp: ({ palette }) => {
    const table = buildMaskTable(palette);
    return {
      apply: (source) => {
        const data = Uint8Array.from(source.data);
        applyMask(data, table);
        return { ...source, data };
      },
    };
  },
});
