import { z } from 'zod';
import { applyMask } from '../kernels/apply-mask.ts';
import { buildMaskTable } from '../kernels/mask-table.ts';
import { seedlingPalette } from '../kernels/seedling-palette.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';

/** A parsed colour has only a threshold, so that a recipe has the same hash in both units. */
const paletteColour = z
  .strictObject({
    colour: colour.describe('The colour to keep: red, green and blue.'),
    distance: z
      .number()
      .min(0)
      .max(765)
      .optional()
      .describe(
        'The largest redmean distance of a colour that is kept; either this or `threshold`. 0 keeps the colour alone, 40 also similar colours (up to 13 more or less in each channel, or 20 in green), and 765 is the distance from black to white. A difference in green counts 1.2 to 1.4 times as much as one in red or blue.',
      ),
    threshold: z
      .int()
      .min(0)
      .max(600_000)
      .optional()
      .describe('The square of the largest distance, a whole number: 1600 for a distance of 40.'),
  })
  .refine(({ distance, threshold }) => (distance === undefined) !== (threshold === undefined), {
    error: 'must have either distance or threshold, such as { colour: [71, 86, 38], distance: 40 }',
  })
  .transform(({ colour: kept, distance = 0, threshold = Math.round(distance ** 2) }) => ({
    colour: kept,
    threshold,
  }));

/** A named palette is replaced by its colours when it is parsed, so that a saved recipe is complete. */
const named = { seedling: seedlingPalette };

export const colourMask = defineOp({
  description:
    "Blackens every pixel that is not near one of the palette's colours. Distances are redmean distances, whose squares are whole numbers.",
  example: { op: 'colour-mask', palette: [{ colour: [71, 86, 38], distance: 40 }] },
  schema: z.strictObject({
    op: z.literal('colour-mask'),
    palette: z
      .union(
        [
          z.array(paletteColour).min(1).readonly(),
          z.literal('seedling').transform((name) => named[name]),
        ],
        { error: 'must be a list of colours, or seedling' },
      )
      .describe(
        'The colours to keep, each with the distance within which other colours are kept too; or `seedling`, the greens of plant seedlings.',
      ),
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
