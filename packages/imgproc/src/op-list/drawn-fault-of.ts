import type { OpSpec } from '@sprout/core';
import { z } from 'zod';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { type DrawnOp, drawnOp } from '../op-contract/drawn-op.ts';
import { interval } from '../op-contract/interval.ts';
import type { CheckDrawn } from '../op-contract/op.ts';
import { listWithin, type ResolvedOp } from './resolve-ops.ts';

/** Covers the rounding of a number that is drawn on another scale, such as the logarithm. */
const ROUNDING = 1e-9;

/** Why a drawn op does not fit an op, or `undefined` if it fits: name, numbers, and the drawn ops in the numbers. */
export function drawnFaultOf(resolved: ResolvedOp, drawn: unknown): DrawnFault | undefined {
  const { op, spec } = resolved;
  const { data } = drawnOp.safeParse(drawn);
  if (data === undefined)
    return { op: op.name, reason: 'it must have the name of the op and its numbers' };
  if (data.op !== op.name)
    return { op: op.name, reason: `the numbers are those of the op ${data.op}` };
  if (op.numbers === undefined)
    return data.numbers === undefined
      ? undefined
      : { op: op.name, reason: 'an op that draws nothing has no numbers' };
  const { data: numbers, error } = op.numbers.safeParse(data.numbers);
  if (error !== undefined) return { op: op.name, ...faultOf(error) };
  return outsideInterval(spec, numbers) ?? innerFault(resolved, numbers);
}

/** The first issue of numbers that their schema refuses. */
function faultOf(error: z.ZodError): Omit<DrawnFault, 'op'> {
  const [issue] = error.issues;
  if (issue === undefined) return { reason: 'they do not fit' };
  const path = issue.path.map(String);
  const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown !== undefined)
    return { field: [...path, unknown].join('.'), reason: 'there is no such field' };
  const reason = issue.message.replace(/^./, (first) => first.toLowerCase());
  return path.length === 0 ? { reason } : { field: path.join('.'), reason };
}

/** A number that is outside of the interval in the field of the spec that has the same name. */
function outsideInterval(spec: OpSpec, numbers: unknown): DrawnFault | undefined {
  if (typeof numbers !== 'object' || numbers === null) return undefined;
  for (const [field, value] of Object.entries(numbers)) {
    const { data: limits } = intervalSchema.safeParse(spec[field]);
    if (limits === undefined || typeof value !== 'number') continue;
    const [low, high] = limits;
    const slack = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
    if (value >= low - slack && value <= high + slack) continue;
    const reason = `${value} is outside of the interval from ${low} to ${high} of the augmentation`;
    return { op: spec.op, field, reason };
  }
  return undefined;
}

/** A list of two numbers that do not rise, such as the angles of quarter-turn, is no interval. */
const intervalSchema = interval(-Infinity, Infinity);

function innerFault(resolved: ResolvedOp, numbers: unknown): DrawnFault | undefined {
  const { op, spec } = resolved;
  const within = (field: string): readonly CheckDrawn[] =>
    listWithin(
      resolved,
      field,
      (inner) => (drawn: DrawnOp | undefined) => drawnFaultOf(inner, drawn),
    );
  return op.checkDrawn?.(numbers, within, spec);
}
