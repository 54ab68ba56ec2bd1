import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

/** Applies all its ops in turn with a probability, otherwise none of them. Decided for each image, as imgaug's `Sometimes`. */
export const sometimes = defineOp({
  schema: z.strictObject({
    op: z.literal('sometimes'),
    probability: z.number().min(0).max(1).default(0.5),
    ops: opList(),
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
