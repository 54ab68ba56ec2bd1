import { z } from 'zod';
import { applyInTurn } from '../src/op-contract/apply-in-turn.ts';
import { defineOp } from '../src/op-contract/define-op.ts';
import { drawnOp } from '../src/op-contract/drawn-op.ts';
import { opList } from '../src/op-contract/op-list.ts';

const drawnOps = z.array(drawnOp).readonly();

/** Applies its ops in turn, or does nothing. */
export const sometimes = defineOp({
  schema: z.strictObject({
    op: z.literal('sometimes'),
    probability: z.number().min(0).max(1).default(0.5),
    ops: opList(),
  }),
  lists: ['ops'],
  numbers: z.strictObject({ ops: drawnOps.nullable() }),
  draw: ({ probability }, rng, within) => ({
    ops: rng.chance(probability) ? within('ops').map((draw) => draw()) : null,
  }),
  size: (input, _spec, within) => within('ops').reduce((size, change) => change(size), input),
  setUp: (_spec, within) => ({
    apply: (source, { ops }, tools) =>
      ops === null ? source : applyInTurn(source, { ops: within('ops'), drawn: ops, tools }),
  }),
});

/** Applies one of its ops, each with the same probability. */
export const oneOf = defineOp({
  schema: z.strictObject({ op: z.literal('one-of'), ops: opList() }),
  lists: ['ops'],
  numbers: z.strictObject({ chosen: z.int(), drawn: drawnOp }),
  draw: (_spec, rng, within) => {
    const draws = within('ops');
    const chosen = rng.integer(draws.length);
    return { chosen, drawn: draws[chosen]!() };
  },
  size: (input, _spec, within) => {
    const [first, ...others] = within('ops').map((change) => change(input));
    const same = others.every(
      (size) => size?.height === first?.height && size?.width === first?.width,
    );
    return same ? first : undefined;
  },
  setUp: (_spec, within) => ({
    apply: (source, { chosen, drawn }, tools) =>
      within('ops')[chosen]!.apply(source, drawn.numbers, tools),
  }),
});

/** Applies all its ops in a random order. The size must not depend on the order. */
export const randomOrder = defineOp({
  schema: z.strictObject({ op: z.literal('random-order'), ops: opList() }),
  lists: ['ops'],
  numbers: z.strictObject({ order: z.array(z.int()), drawn: drawnOps }),
  draw: (_spec, rng, within) => {
    const drawn = within('ops').map((draw) => draw());
    const order = drawn.map((_, position) => position);
    for (let at = order.length - 1; at > 0; at--) {
      const other = rng.integer(at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    return { order, drawn };
  },
  size: (input, _spec, within) => within('ops').reduce((size, change) => change(size), input),
  setUp: (_spec, within) => ({
    apply: (source, { order, drawn }, tools) => {
      const ops = within('ops');
      const inOrder = { ops: order.map((at) => ops[at]!), drawn: order.map((at) => drawn[at]!) };
      return applyInTurn(source, { ...inOrder, tools });
    },
  }),
});
