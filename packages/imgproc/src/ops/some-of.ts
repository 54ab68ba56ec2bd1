import { permutation } from '@sprout/core';
import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkSome } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

export const someOf = defineOp({
  description:
    "Applies some of its ops, no op twice. Their number is drawn uniformly from an interval that includes both ends; each subset of that size is equally likely. As imgaug's `SomeOf`.",
  example: {
    op: 'some-of',
    count: [1, 1],
    ops: [
      { op: 'rotate', degrees: [-45, 45] },
      { op: 'brightness-contrast', brightness: [-0.4, 0.4] },
    ],
  },
  schema: z
    .strictObject({
      op: z.literal('some-of'),
      ops: opList().describe('The ops, some of which are applied.'),
      count: wholeInterval(0, Number.MAX_SAFE_INTEGER)
        .default([1, 1])
        .describe('The fewest and the most ops that are applied; at most as many as there are.'),
      order: z
        .enum(['listed', 'random'])
        .default('listed')
        .describe(
          '`listed` applies the ops in the order of the list, `random` in an order drawn for each image.',
        ),
    })
    .refine(({ ops, count: [, most] }) => most <= ops.length, {
      path: ['count'],
      message: 'the second number must not exceed the number of ops',
    }),
  lists: ['ops'],
  numbers: z.strictObject({ chosen: z.array(z.int().min(0)).readonly(), drawn: drawnOps }),
  draw: ({ count: interval, order }, rng, within) => {
    const draws = within('ops');
    const count = drawWhole(rng, interval);
    const some = Array.from(permutation(draws.length, rng).subarray(0, count));
    const chosen = order === 'random' ? some : some.toSorted((one, other) => one - other);
    return { chosen, drawn: chosen.map((position) => draws[position]!()) }; // positions in the list
  },
  checkDrawn: ({ chosen, drawn }, within, { count: [fewest, most] }) => {
    const place = { op: 'some-of', field: 'chosen' };
    if (chosen.length < fewest || chosen.length > most) {
      const reason = `it has ${chosen.length} ops where the augmentation has ${fewest} to ${most}`;
      return { ...place, reason };
    }
    return checkSome(within('ops'), drawn, { ...place, positions: chosen });
  },
  size: (input, { count: [fewest] }, within) => {
    const changes = within('ops');
    const size = commonSize([
      ...(fewest === 0 ? [input] : []),
      ...changes.map((change) => change(input)),
    ]);
    return commonSize([size, ...changes.map((change) => change(size))]);
  },
  setUp: (_spec, within) =>
    applyChosen(within('ops'), ({ chosen, drawn }) => ({ positions: chosen, drawn })),
});
