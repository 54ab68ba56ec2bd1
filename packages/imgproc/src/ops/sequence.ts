import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

export const sequence = defineOp({
  description: 'Applies all its ops in turn: several ops as one, within an op that chooses.',
  example: {
    op: 'sequence',
    ops: [
      { op: 'rotate', degrees: [-45, 45] },
      { op: 'brightness-contrast', brightness: [-0.4, 0.4] },
    ],
  },
  schema: z.strictObject({
    op: z.literal('sequence'),
    ops: opList().describe('The ops, which are applied in this order.'),
  }),
  lists: ['ops'],
  numbers: z.strictObject({ drawn: drawnOps }),
  draw: (_spec, _rng, within) => ({ drawn: within('ops').map((draw) => draw()) }),
  checkDrawn: ({ drawn }, within) =>
    checkInTurn(within('ops'), drawn, { op: 'sequence', field: 'drawn' }),
  size: (input, _spec, within) => within('ops').reduce((size, change) => change(size), input),
  setUp: (_spec, within) =>
    applyChosen(within('ops'), ({ drawn }) => ({
      positions: drawn.map((_, position) => position),
      drawn,
    })),
});
