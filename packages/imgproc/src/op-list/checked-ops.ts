import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';
import { parseOps } from './parse-ops.ts';
import { type ResolvedOp, resolveOps } from './resolve-ops.ts';

const RESOLVED = Symbol('resolved ops');

/** The kinds of lists of ops. */
export type ListKind = 'recipe' | 'augmentation';

/**
 * A checked list of op specs: its defaults are filled in and it is frozen. It has the ops of its specs in a property that
 * JSON and comparisons ignore. A copy of the list, also one sent to a worker, is a plain list.
 */
export interface CheckedOps<K extends ListKind> extends ReadonlyArray<OpSpec> {
  readonly [RESOLVED]: { readonly kind: K; readonly ops: readonly ResolvedOp[] };
}

export interface CheckOptions<K extends ListKind> {
  readonly kind: K;
  /** The ops that the list may contain. */
  readonly table: readonly Op[];
}

/**
 * Checks a list of op specs and fills in the defaults. A list that was checked is returned as it is.
 *
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for any other fault.
 */
export function checkOps<K extends ListKind>(
  specs: unknown,
  { kind, table }: CheckOptions<K>,
): CheckedOps<K> {
  if (isChecked(specs, kind)) return specs;
  const checked = parseOps(specs, { kind, table });
  const value = { kind, ops: resolveOps(checked, table) };
  const list: unknown = Object.freeze(Object.defineProperty(checked, RESOLVED, { value }));
  return list as CheckedOps<K>; // the property was set just now
}

/** The ops of a checked list. */
export function resolvedOf(list: CheckedOps<ListKind>): readonly ResolvedOp[] {
  return list[RESOLVED].ops;
}

function isChecked<K extends ListKind>(specs: unknown, kind: K): specs is CheckedOps<K> {
  if (!Array.isArray(specs) || !(RESOLVED in specs)) return false;
  return (specs as unknown as CheckedOps<ListKind>)[RESOLVED].kind === kind; // only checkOps sets the property
}
