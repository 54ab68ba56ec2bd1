import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkOne } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOp } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

export const oneOf = defineOp({
  description:
    'Applies one of its ops, each with the same probability, or with a probability in proportion to its weight.',
  example: {
    op: 'one-of',
    ops: [
      { op: 'rotate', degrees: [-45, 45] },
      { op: 'brightness-contrast', brightness: [-0.4, 0.4] },
    ],
  },
  schema: z
    .strictObject({
      op: z.literal('one-of'),
      ops: opList().describe('The ops, one of which is applied.'),
      weights: z
        .array(z.number().min(0))
        .readonly()
        .optional()
        .describe(
          'A number for each op; the probability of an op is proportional to its number. By default all ops are equally likely.',
        ),
    })
    .refine(({ ops, weights }) => weights === undefined || weights.length === ops.length, {
      path: ['weights'],
      message: 'there must be one weight for each op',
    })
    .refine(({ weights }) => weights === undefined || sumOf(weights) > 0, {
      path: ['weights'],
      message: 'one weight must be greater than 0',
    }),
  lists: ['ops'],
  numbers: z.strictObject({ chosen: z.int().min(0), drawn: drawnOp }),
  draw: ({ weights }, rng, within) => {
    const draws = within('ops');
    const chosen =
      weights === undefined
        ? rng.integer(draws.length)
        : positionAt(rng.uniform(0, sumOf(weights)), weights);
    return { chosen, drawn: draws[chosen]!() }; // a position in the list
  },
  checkDrawn: ({ chosen, drawn }, within) =>
    checkOne(within('ops'), drawn, { op: 'one-of', field: 'chosen', position: chosen }),
  size: (input, _spec, within) => commonSize(within('ops').map((change) => change(input))),
  setUp: (_spec, within) =>
    applyChosen(within('ops'), ({ chosen, drawn }) => ({ positions: [chosen], drawn: [drawn] })),
});

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The position of the weight that contains a number, if the weights are laid end to end from 0. */
function positionAt(number: number, weights: readonly number[]): number {
  let end = 0;
  for (const [position, weight] of weights.entries()) {
    end += weight;
    if (number < end) return position;
  }
  return weights.findLastIndex((weight) => weight > 0); // the sum was rounded
}
