import { z } from 'zod';
import { autoContrastTable } from '../kernels/auto-contrast-table.ts';
import { histogramTables } from '../kernels/histogram.ts';
import { lookUp } from '../kernels/look-up.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const autoContrast = defineOp({
  description:
    'Stretches each channel so that its darkest value becomes 0 and its brightest 255. As `ImageOps.autocontrast` of Pillow, bit for bit.',
  schema: z.strictObject({
    op: z.literal('auto-contrast'),
    cutoff: z
      .number()
      .min(0)
      .max(49)
      .default(0)
      .describe('The percentage of pixels that are left out at either end.'),
  }),
  setUp: ({ cutoff }) => ({
    apply: (source) =>
      lookUp(
        source,
        histogramTables(source, (counts) => autoContrastTable(counts, cutoff)),
      ),
  }),
});
