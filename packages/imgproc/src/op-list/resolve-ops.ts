import type { OpSpec } from '@sprout/core';
import type { Op } from '../op-contract/op.ts';

/** A checked spec with its op, and the same for the specs in its lists. */
export interface ResolvedOp {
  readonly op: Op;
  readonly spec: OpSpec;
  /** The number of ops of the same name before it in its list: a part of the address of its random numbers. */
  readonly occurrence: number;
  /** By the field of the spec. */
  readonly lists: ReadonlyMap<string, readonly ResolvedOp[]>;
}

/** Finds the op of each spec. The specs have been checked. */
export function resolveOps(specs: readonly OpSpec[], table: readonly Op[]): readonly ResolvedOp[] {
  const occurrences = new Map<string, number>();
  return specs.map((spec) => {
    const op = table.find(({ name }) => name === spec.op);
    if (op === undefined) throw new Error(`the op "${spec.op}" was not checked`);
    const occurrence = occurrences.get(op.name) ?? 0;
    occurrences.set(op.name, occurrence + 1);
    return { op, spec, occurrence, lists: resolveLists(op, spec, table) };
  });
}

function resolveLists(op: Op, spec: OpSpec, table: readonly Op[]): ResolvedOp['lists'] {
  return new Map(
    op.lists.map((field) => {
      const specs = spec[field] as readonly OpSpec[]; // checked: `lists` names fields made by `opList`
      return [field, resolveOps(specs, table)];
    }),
  );
}

/** Maps the ops in the list of a field. @throws {Error} for a field that the op does not declare in `lists`. */
export function listWithin<T>(
  { op, lists }: ResolvedOp,
  field: string,
  map: (inner: ResolvedOp) => T,
): T[] {
  const list = lists.get(field);
  if (list === undefined) throw new Error(`the op "${op.name}" has no list of ops "${field}"`);
  return list.map(map);
}
