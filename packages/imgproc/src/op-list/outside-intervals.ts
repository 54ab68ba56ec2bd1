import type { OpSpec } from '@sprout/core';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { interval } from '../op-contract/interval.ts';
import { outsideInterval } from '../op-contract/outside-interval.ts';

/** A list of two numbers that do not rise, such as the angles of quarter-turn, is no interval. */
const intervalSchema = interval(-Infinity, Infinity);

/**
 * The first of the drawn numbers of an op that is outside of the interval in the field of the spec that has the same name: `factor` also for
 * the numbers of the list `factors`. Numbers in objects are left out: their names may mean something else.
 */
export function outsideIntervals(spec: OpSpec, numbers: unknown): DrawnFault | undefined {
  for (const [field, value] of Object.entries(numbers ?? {})) {
    const own = Array.isArray(value) ? (spec[field] ?? spec[field.replace(/s$/, '')]) : spec[field];
    const { data: limits } = intervalSchema.safeParse(own);
    if (limits === undefined) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const [position, each] of values.entries()) {
      const reason = typeof each === 'number' ? outsideInterval(each, limits) : undefined;
      const path = Array.isArray(value) ? `${field}.${position}` : field;
      if (reason !== undefined) return { op: spec.op, field: path, reason };
    }
  }
  return undefined;
}
