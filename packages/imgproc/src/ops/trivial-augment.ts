import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';
import { drawFrom } from './policy/magnitudes.ts';
import { policy, policyFields, policyNumbers } from './policy/policy.ts';
import { policyFault } from './policy/policy-fault.ts';
import { TRIVIAL_AUGMENT } from './policy/policy-tables.ts';

export const trivialAugment = defineOp({
  description:
    "Applies one op, drawn from fourteen with the same probability, with a magnitude drawn from 31 (TrivialAugment). As `TrivialAugmentWide` of torchvision on Pillow's images, bit for bit.",
  schema: z.strictObject({ op: z.literal('trivial-augment'), ...policyFields }),
  numbers: policyNumbers,
  draw: (_spec, rng) => ({
    ops: [drawFrom(TRIVIAL_AUGMENT, rng, (bins) => rng.integer(bins))],
  }),
  checkDrawn: ({ ops }) => {
    const op = 'trivial-augment';
    if (ops.length !== 1)
      return { op, field: 'ops', reason: `it has ${ops.length} ops where the policy draws 1` };
    return policyFault(ops, {
      op,
      field: 'ops',
      table: TRIVIAL_AUGMENT,
      drawn: (values) => values,
    });
  },
  setUp: policy,
});
