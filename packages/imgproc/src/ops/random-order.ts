import { permutation } from '@sprout/core';
import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkInTurn, checkOrder } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';

export const randomOrder = defineOp({
  description:
    "Applies all its ops, in an order drawn for each image; each order is equally likely. The numbers of an op do not depend on the order. imgaug's `Sequential(random_order=True)` draws one order for each batch.",
  example: {
    op: 'random-order',
    ops: [
      { op: 'rotate', degrees: [-45, 45] },
      { op: 'brightness-contrast', brightness: [-0.4, 0.4] },
    ],
  },
  schema: z.strictObject({
    op: z.literal('random-order'),
    ops: opList().describe('The ops, all of which are applied.'),
  }),
  lists: ['ops'],
  /** `order` has positions in the list; `drawn` has the numbers in the order of the list. */
  numbers: z.strictObject({ order: z.array(z.int().min(0)).readonly(), drawn: drawnOps }),
  draw: (_spec, rng, within) => {
    const drawn = within('ops').map((draw) => draw());
    return { order: Array.from(permutation(drawn.length, rng)), drawn };
  },
  checkDrawn: ({ order, drawn }, within) =>
    checkOrder(order, { op: 'random-order', field: 'order', count: within('ops').length }) ??
    checkInTurn(within('ops'), drawn, { op: 'random-order', field: 'drawn' }),
  size: (input, _spec, within) => {
    // each op is tried as the last one: exact unless three ops or more change the size
    const changes = within('ops');
    const inTurn = (list: typeof changes) => list.reduce((size, change) => change(size), input);
    return commonSize(
      changes.map((last, position) => inTurn([...changes.toSpliced(position, 1), last])),
    );
  },
  setUp: (_spec, within) =>
    applyChosen(within('ops'), ({ order, drawn }) => ({
      positions: order,
      drawn: order.map((position) => drawn[position]!), // one for each op
    })),
});
