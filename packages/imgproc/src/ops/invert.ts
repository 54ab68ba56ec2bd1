import { z } from 'zod';
import { invertTable } from '../kernels/value-tables.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const invert = defineOp({
  description: 'Makes a negative: `255 - value`. As `ImageOps.invert` of Pillow, bit for bit.',
  schema: z.strictObject({ op: z.literal('invert') }),
  setUp: () => ({ table: () => invertTable() }),
});
