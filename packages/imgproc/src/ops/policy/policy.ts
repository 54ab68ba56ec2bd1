import { z } from 'zod';
import type { PilAffineOptions } from '../../kernels/pil-affine.ts';
import { colour } from '../../op-contract/colour.ts';
import { applyInTurn, applyToMaskInTurn, tableInTurn } from '../../op-contract/apply-in-turn.ts';
import type { PreparedOp } from '../../op-contract/op.ts';
import { type PolicyDraw, policyDraw } from './magnitudes.ts';
import { policyOps } from './policy-ops.ts';

/** The fields of a policy for its ops that move pixels. */
export const policyFields = {
  resampler: z
    .enum(['nearest', 'bilinear'])
    .describe('How the ops that move pixels compute the values between pixels.')
    .default('nearest'),
  colour: colour
    .default([0, 0, 0])
    .describe('The colour of the pixels that come from outside: red, green and blue.'),
};

/** The schema of the numbers of a policy: its ops in turn. */
export const policyNumbers = z.strictObject({ ops: z.array(policyDraw).readonly() });

type PolicyNumbers = z.output<typeof policyNumbers>;

/** Applies the drawn ops of a policy in turn. */
export function policy(
  options: PilAffineOptions,
): Required<Pick<PreparedOp<PolicyNumbers>, 'apply' | 'applyToMask' | 'table'>> {
  const all = policyOps(options);
  const inTurn = (draws: readonly PolicyDraw[]) => {
    const kept = draws.filter(({ op }) => op !== 'identity');
    return {
      ops: kept.map(({ op }): PreparedOp => all[op] as PreparedOp), // it gets a number
      drawn: kept.map(({ op, magnitude }) => ({ op, numbers: magnitude })),
    };
  };
  return {
    apply: (source, { ops }, tools) => applyInTurn(source, { ...inTurn(ops), tools }),
    table: ({ ops }) => tableInTurn(inTurn(ops)),
    applyToMask: (mask, { ops }) => applyToMaskInTurn(mask, inTurn(ops)),
  };
}
