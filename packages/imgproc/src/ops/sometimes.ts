import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

export const sometimes = defineOp({
  description:
    "Applies all its ops in turn with a probability, otherwise none of them. This is drawn for each image, as in imgaug's `Sometimes`.",
  example: {
    op: 'sometimes',
    probability: 0.5,
    ops: [
      { op: 'rotate', degrees: [-45, 45] },
      { op: 'brightness-contrast', brightness: [-0.4, 0.4] },
    ],
  },
  schema: z.strictObject({
    op: z.literal('sometimes'),
    probability: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('The probability that the ops are applied.'),
    ops: opList().describe('The ops, which are applied in this order.'),
  }),
  lists: ['ops'],
  /** `null` if the ops are not applied. */
  numbers: z.strictObject({ drawn: drawnOps.nullable() }),
  draw: ({ probability }, rng, within) => ({
    drawn: rng.chance(probability) ? within('ops').map((draw) => draw()) : null,
  }),
  checkDrawn: ({ drawn }, within) =>
    drawn === null
      ? undefined
      : checkInTurn(within('ops'), drawn, { op: 'sometimes', field: 'drawn' }),
  size: (input, { probability }, within) => {
    const after = within('ops').reduce((size, change) => change(size), input);
    return commonSize([...(probability < 1 ? [input] : []), ...(probability > 0 ? [after] : [])]);
  },
  setUp: (_spec, within) =>
    applyChosen(within('ops'), ({ drawn }) => ({
      positions: (drawn ?? []).map((_, position) => position),
      drawn: drawn ?? [],
    })),
});
