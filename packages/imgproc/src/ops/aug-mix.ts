import { drawShares } from '@sprout/core';
import { z } from 'zod';
import { mix } from '../kernels/mix.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';
import { drawFrom, type PolicyDraw } from './policy/magnitudes.ts';
import { policyFault } from './policy/policy-fault.ts';
import { policy, policyFields, policyNumbers } from './policy/policy.ts';
import { AUG_MIX, AUG_MIX_COLOURS, MIX_BINS } from './policy/policy-tables.ts';

const share = z.number().min(0).max(1);
const withColours = new Map([...AUG_MIX, ...AUG_MIX_COLOURS]);

export const augMix = defineOp({
  description:
    'Mixes an image with some chains of ops, with drawn weights (AugMix). The tables, the chains and the mixture are those of `AugMix` of torchvision; the ops have the pixels of Pillow. All are equal bit for bit. Masks stay as they are.',
  schema: z.strictObject({
    op: z.literal('aug-mix'),
    severity: z
      .int()
      .min(1)
      .max(MIX_BINS)
      .default(3)
      .describe('The strength of the ops, in steps from 1 (weak) to 10 (strong).'),
    chains: z.int().min(1).max(20).default(3).describe('The number of chains.'),
    depth: wholeInterval(1, 20).default([1, 3]).describe('The number of ops in a chain.'),
    alpha: z
      .number()
      .min(0.01)
      .max(100)
      .default(1)
      .describe(
        'The parameter of the Dirichlet distribution of the weights. With a larger `alpha` the weights differ less.',
      ),
    colours: z
      .boolean()
      .default(true)
      .describe('Whether brightness, contrast, saturation and sharpness are changed too.'),
    ...policyFields,
    resampler: policyFields.resampler.unwrap().default('bilinear'),
  }),
  numbers: z.strictObject({
    /** Of the image itself. */
    weight: share,
    chains: z.array(policyNumbers.extend({ weight: share })).readonly(),
  }),
  draw: ({ severity, chains, depth, alpha, colours }, rng) => {
    const [weight = 1, ofChains = 0] = drawShares(rng, 2, alpha);
    const table = colours ? withColours : AUG_MIX;
    return {
      weight,
      chains: drawShares(rng, chains, alpha).map((weightOfChain) => ({
        weight: weightOfChain * ofChains,
        ops: Array.from({ length: drawWhole(rng, depth) }, () =>
          drawFrom(table, rng, () => rng.integer(severity)),
        ),
      })),
    };
  },
  checkDrawn: ({ chains }, _within, spec) => {
    if (chains.length !== spec.chains) {
      const reason = `it has ${chains.length} chains where the policy draws ${spec.chains}`;
      return { op: 'aug-mix', field: 'chains', reason };
    }
    const faults = chains.map(({ ops }, chain) => chainFault(ops, chain, spec));
    return faults.find((fault) => fault !== undefined);
  },
  setUp: (spec) => {
    const { apply } = policy(spec);
    return {
      apply: (source, { weight, chains }, tools) => {
        const images = chains.map((chain) => ({
          weight: chain.weight,
          image: apply(source, { ops: chain.ops }, tools),
        }));
        const result = mix([{ weight, image: source }, ...images]);
        for (const { image } of images) releaseBetween(image, { source, result });
        return result;
      },
    };
  },
});

interface ChainSpec {
  readonly severity: number;
  readonly depth: readonly [number, number];
  readonly colours: boolean;
}

function chainFault(
  ops: readonly PolicyDraw[],
  chain: number,
  { severity, depth: [least, most], colours }: ChainSpec,
): DrawnFault | undefined {
  const op = 'aug-mix';
  const field = `chains.${chain}.ops`;
  if (ops.length < least || ops.length > most) {
    const reason = `it has ${ops.length} ops where the policy draws ${least} to ${most}`;
    return { op, field, reason };
  }
  const drawn = (values: readonly number[]) => values.slice(0, severity);
  return policyFault(ops, { op, field, table: colours ? withColours : AUG_MIX, drawn });
}
