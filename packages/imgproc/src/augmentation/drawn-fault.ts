import type { Augmentation } from '@sprout/core';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { resolvedOf } from '../op-list/checked-ops.ts';
import { drawnFaultOf } from '../op-list/drawn-fault-of.ts';
import { parseAugmentation } from './parse-augmentation.ts';

/**
 * Why drawn ops, from a file for example, do not fit an augmentation. `undefined` if each op of the augmentation has numbers
 * that it can use: then they are `DrawnOp`s.
 *
 * @throws {SproutError} As `parseAugmentation`.
 */
export function drawnFault(
  augment: Augmentation,
  drawn: readonly unknown[],
): (Omit<DrawnFault, 'op'> & Partial<DrawnFault>) | undefined {
  const ops = resolvedOf(parseAugmentation(augment));
  if (drawn.length !== ops.length) {
    const reason = `there are numbers of ${drawn.length} ops where the augmentation has ${ops.length}`;
    return { reason };
  }
  for (const [position, op] of ops.entries()) {
    const fault = drawnFaultOf(op, drawn[position]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
