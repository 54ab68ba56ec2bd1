import { z } from 'zod';
import { equalizeTable } from '../kernels/equalize-table.ts';
import { histogramTables } from '../kernels/histogram.ts';
import { lookUp } from '../kernels/look-up.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const equalize = defineOp({
  description:
    'Makes all values of each channel about equally frequent. As `ImageOps.equalize` of Pillow, bit for bit.',
  schema: z.strictObject({ op: z.literal('equalize') }),
  setUp: () => ({ apply: (source) => lookUp(source, histogramTables(source, equalizeTable)) }),
});
