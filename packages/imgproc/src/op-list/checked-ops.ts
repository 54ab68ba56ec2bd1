import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';
import { parseOps } from './parse-ops.ts';
import { type ResolvedOp, resolveOps } from './resolve-ops.ts';

const RESOLVED = Symbol('resolved ops');

/** What a list of ops can be. */
export type ListKind = 'recipe' | 'augmentation';

/**
 * A list of op specs that was checked: defaults filled in, frozen. It carries the ops of its specs where neither JSON nor
 * a comparison sees them; what is copied, sent to a worker or read from a file is a plain list again.
 */
export interface CheckedOps<K extends ListKind> extends ReadonlyArray<OpSpec> {
  readonly [RESOLVED]: { readonly kind: K; readonly ops: readonly ResolvedOp[] };
}

export interface CheckOptions<K extends ListKind> {
  readonly kind: K;
  /** The ops that such a list is made of. */
  readonly table: readonly Op[];
}

/**
 * Checks a list of op specs and fills in the defaults. A list that was checked is returned as it is.
 *
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for all else.
 */
export function checkOps<K extends ListKind>(
  specs: unknown,
  { kind, table }: CheckOptions<K>,
): CheckedOps<K> {
  if (isChecked(specs, kind)) return specs;
  const checked = parseOps(specs, { kind, table });
  const value = { kind, ops: resolveOps(checked, table) };
  const list: unknown = Object.freeze(Object.defineProperty(checked, RESOLVED, { value }));
  return list as CheckedOps<K>; // it was just given the property
}

/** The ops of a checked list. */
export function resolvedOf(list: CheckedOps<ListKind>): readonly ResolvedOp[] {
  return list[RESOLVED].ops;
}

function isChecked<K extends ListKind>(specs: unknown, kind: K): specs is CheckedOps<K> {
  if (!Array.isArray(specs) || !(RESOLVED in specs)) return false;
  return (specs as unknown as CheckedOps<ListKind>)[RESOLVED].kind === kind; // only checkOps sets the property
}
