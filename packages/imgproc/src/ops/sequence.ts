import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { checkInTurn } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

/** Applies all its ops in turn: several ops as one, within an op that chooses. */
export const sequence = defineOp({
  schema: z.strictObject({ op: z.literal('sequence'), ops: opList() }),
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
