import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';
import { drawFrom } from './policy/magnitudes.ts';
import { policy, policyFields, policyNumbers } from './policy/policy.ts';
import { policyFault } from './policy/policy-fault.ts';
import { BINS, RAND_AUGMENT } from './policy/policy-tables.ts';

/**
 * RandAugment: some ops in turn, each drawn from fourteen with the same probability, all with one magnitude. As `RandAugment` of
 * torchvision on Pillow's images, bit for bit.
 */
export const randAugment = defineOp({
  schema: z.strictObject({
    op: z.literal('rand-augment'),
    /** The number of ops. */
    count: z.int().min(1).max(20).default(2),
    /** 0 to 30, from no change to the strongest. */
    magnitude: z
      .int()
      .min(0)
      .max(BINS - 1)
      .default(9),
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
