import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';
import { drawFrom } from './policy/magnitudes.ts';
import { policy, policyFields, policyNumbers } from './policy/policy.ts';
import { TRIVIAL_AUGMENT } from './policy/policy-tables.ts';

/**
 * TrivialAugment: one op, drawn from fourteen with the same probability, with a magnitude drawn from 31. As `TrivialAugmentWide` of
 * torchvision on Pillow's images, bit for bit.
 */
export const trivialAugment = defineOp({
  schema: z.strictObject({ op: z.literal('trivial-augment'), ...policyFields }),
  numbers: policyNumbers,
  draw: (_spec, rng) => ({
    ops: [drawFrom(TRIVIAL_AUGMENT, rng, (bins) => rng.integer(bins))],
  }),
  setUp: policy,
});
