import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';
import { type ReadyOps, readyOps } from '../op-list/ready-ops.ts';
import { resolveOps } from '../op-list/resolve-ops.ts';

/** The number of lists that are kept: the tables of an op can take megabytes. */
const MOST_KEPT = 4;

/** Sets up lists of checked specs and keeps the lists that were used last, so that each is set up once. */
export function readyLists(table: readonly Op[]): (specs: readonly OpSpec[]) => ReadyOps {
  const kept = new Map<string, ReadyOps>();
  return (specs) => {
    const key = JSON.stringify(specs);
    const ready = kept.get(key) ?? readyOps(resolveOps(specs, table));
    kept.delete(key); // moves the list to the end of the map, which keeps the order of insertion
    kept.set(key, ready);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return ready;
  };
}
