import { type Address, rngAt } from '@sprout/core';
import type { DrawnOp } from '../op-contract/drawn-op.ts';
import { listWithin, type ResolvedOp } from './resolve-ops.ts';

/** The address of the random numbers of a list of ops. */
export interface DrawAddress {
  readonly seed: number;
  /** Each op adds its name and its occurrence in the list; a list in an op adds its field. */
  readonly path: Address;
}

/** Draws the numbers of each op, from a stream of its own. */
export function drawOps(ops: readonly ResolvedOp[], address: DrawAddress): DrawnOp[] {
  return ops.map((each) => drawOp(each, address));
}

function drawOp(resolved: ResolvedOp, { seed, path }: DrawAddress): DrawnOp {
  const { op, spec, occurrence } = resolved;
  if (op.draw === undefined) return { op: op.name };
  const own = [...path, op.name, occurrence];
  const numbers = op.draw(spec, rngAt(seed, own), (field) =>
    listWithin(resolved, field, (inner) => () => drawOp(inner, { seed, path: [...own, field] })),
  );
  return { op: op.name, numbers };
}
