import { z } from 'zod';
import type { DrawnFault } from '../op-contract/drawn-fault.ts';
import { type DrawnOp, drawnOp } from '../op-contract/drawn-op.ts';
import type { CheckDrawn } from '../op-contract/op.ts';
import { outsideIntervals } from './outside-intervals.ts';
import { listWithin, type ResolvedOp } from './resolve-ops.ts';

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
  return outsideIntervals(spec, numbers) ?? innerFault(resolved, numbers);
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
