import type { DrawnFault } from './drawn-fault.ts';
import type { DrawnOp } from './drawn-op.ts';
import { isPermutation } from './is-permutation.ts';
import type { CheckDrawn } from './op.ts';

export interface CheckInnerOptions {
  /** The op that contains the list, for the fault. */
  readonly op: string;
  /** The field of its numbers that is checked, for the fault. */
  readonly field: string;
}

/** Checks drawn ops against all ops of a list, in its order. */
export function checkInTurn(
  checks: readonly CheckDrawn[],
  drawn: readonly DrawnOp[],
  { op, field }: CheckInnerOptions,
): DrawnFault | undefined {
  if (drawn.length !== checks.length) {
    const reason = `it has ${drawn.length} ops where the list has ${checks.length}`;
    return { op, field, reason };
  }
  for (const [position, check] of checks.entries()) {
    const fault = check(drawn[position]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export interface CheckOneOptions extends CheckInnerOptions {
  readonly position: number;
}

/** Checks a drawn op against the op at a position of a list. */
export function checkOne(
  checks: readonly CheckDrawn[],
  drawn: DrawnOp,
  { op, field, position }: CheckOneOptions,
): DrawnFault | undefined {
  const check = checks[position];
  if (check !== undefined) return check(drawn);
  return { op, field, reason: `${position} is no position in a list of ${checks.length} ops` };
}

export interface CheckSomeOptions extends CheckInnerOptions {
  /** The position in the list of each drawn op. */
  readonly positions: readonly number[];
}

/** Checks drawn ops against the ops at positions of a list, no position twice. */
export function checkSome(
  checks: readonly CheckDrawn[],
  drawn: readonly DrawnOp[],
  { op, field, positions }: CheckSomeOptions,
): DrawnFault | undefined {
  if (drawn.length !== positions.length) {
    const reason = `it has ${positions.length} positions for ${drawn.length} ops`;
    return { op, field, reason };
  }
  if (new Set(positions).size < positions.length)
    return { op, field, reason: 'it has a position twice' };
  for (const [at, position] of positions.entries()) {
    const fault = checkOne(checks, drawn[at]!, { op, field, position }); // as many as positions
    if (fault !== undefined) return fault;
  }
  return undefined;
}

export interface CheckOrderOptions extends CheckInnerOptions {
  /** The number of ops in the list. */
  readonly count: number;
}

/** Checks that an order has each position of a list once. */
export function checkOrder(
  order: readonly number[],
  { op, field, count }: CheckOrderOptions,
): DrawnFault | undefined {
  if (isPermutation(order, count)) return undefined;
  return { op, field, reason: `it must have each position from 0 to ${count - 1} once` };
}
