import { permutation } from '@sprout/core';
import { z } from 'zod';
import { applyChosen } from '../op-contract/apply-chosen.ts';
import { commonSize } from '../op-contract/common-size.ts';
import { checkSome } from '../op-contract/check-inner.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawnOps } from '../op-contract/drawn-op.ts';
import { opList } from '../op-contract/op-list.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

/**
 * Applies some of its ops, no op twice. Their number is drawn uniformly from an interval that includes both ends; each subset of
 * that size is equally likely. As imgaug's `SomeOf`.
 */
export const someOf = defineOp({
  schema: z
    .strictObject({
      op: z.literal('some-of'),
      ops: opList(),
      /** The fewest and the most ops. */
      count: wholeInterval(0, Number.MAX_SAFE_INTEGER).default([1, 1]),
      /** `listed` applies the ops in the order of the list, `random` in an order drawn for each image. */
      order: z.enum(['listed', 'random']).default('listed'),
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
