import type { DrawnFault } from '../../op-contract/drawn-fault.ts';
import type { Magnitudes, PolicyDraw, PolicyTable } from './magnitudes.ts';

export interface PolicyFaultOptions {
  /** The name of the policy, and the field of its numbers that holds the ops. */
  readonly op: string;
  readonly field: string;
  readonly table: PolicyTable;
  /** Of the magnitudes of an op with several, those that the policy draws from. */
  readonly drawn: (values: readonly number[]) => readonly number[];
}

/** Why an op of a policy, or its magnitude, cannot have been drawn; `undefined` if all can. */
export function policyFault(
  draws: readonly PolicyDraw[],
  { op, field, table, drawn }: PolicyFaultOptions,
): DrawnFault | undefined {
  for (const [position, own] of draws.entries()) {
    const magnitudes = table.get(own.op);
    const place = `${field}.${position}`;
    if (magnitudes === undefined)
      return { op, field: `${place}.op`, reason: `${own.op} is not an op of this policy` };
    const { values } = magnitudes;
    const allowed = values.length === 1 ? values : drawn(values);
    if (!isOneOf(own.magnitude, allowed, magnitudes)) {
      const reason = `${own.magnitude} is not a magnitude of ${own.op} here: ${textOf(allowed, magnitudes)}`;
      return { op, field: `${place}.magnitude`, reason };
    }
  }
  return undefined;
}

function isOneOf(
  magnitude: number,
  allowed: readonly number[],
  { signed }: Pick<Magnitudes, 'signed'>,
): boolean {
  return allowed.includes(magnitude) || (signed && allowed.includes(-magnitude));
}

function textOf(allowed: readonly number[], { signed }: Pick<Magnitudes, 'signed'>): string {
  const [first, last] = [allowed[0], allowed.at(-1)];
  const range =
    allowed.length === 1 ? `it is ${first}` : `one of ${allowed.length} from ${first} to ${last}`;
  return signed && last !== 0 ? `${range}, or its negative` : range;
}
