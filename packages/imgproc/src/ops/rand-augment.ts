import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';
import { drawFrom } from './policy/magnitudes.ts';
import { policy, policyFields, policyNumbers } from './policy/policy.ts';
import { policyFault } from './policy/policy-fault.ts';
import { BINS, RAND_AUGMENT } from './policy/policy-tables.ts';

export const randAugment = defineOp({
  description:
    "Applies some ops in turn, each drawn from fourteen with the same probability, all with one magnitude (RandAugment). As `RandAugment` of torchvision on Pillow's images, bit for bit.",
  schema: z.strictObject({
    op: z.literal('rand-augment'),
    count: z.int().min(1).max(20).default(2).describe('The number of ops that are applied.'),
    magnitude: z
      .int()
      .min(0)
      .max(BINS - 1)
      .default(9)
      .describe('The strength of the ops, from 0 (no change) to 30 (strongest).'),
    ...policyFields,
  }),
  numbers: policyNumbers,
  draw: ({ count, magnitude }, rng) => ({
    ops: Array.from({ length: count }, () => drawFrom(RAND_AUGMENT, rng, () => magnitude)),
  }),
  checkDrawn: ({ ops }, _within, { count, magnitude }) => {
    const op = 'rand-augment';
    if (ops.length !== count)
      return {
        op,
        field: 'ops',
        reason: `it has ${ops.length} ops where the policy draws ${count}`,
      };
    const drawn = (values: readonly number[]) => values.slice(magnitude, magnitude + 1);
    return policyFault(ops, { op, field: 'ops', table: RAND_AUGMENT, drawn });
  },
  setUp: policy,
});
