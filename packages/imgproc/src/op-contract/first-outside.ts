import type { DrawnFault } from './drawn-fault.ts';
import { outsideInterval } from './outside-interval.ts';

/** A number of an op with its field, and the interval that it was drawn from. */
export type Bounded = readonly [
  field: string,
  value: number,
  limits: readonly [low: number, high: number],
];

/** The first number of an op that is outside of its interval. */
export function firstOutside(op: string, numbers: Iterable<Bounded>): DrawnFault | undefined {
  for (const [field, value, limits] of numbers) {
    const reason = outsideInterval(value, limits);
    if (reason !== undefined) return { op, field, reason };
  }
  return undefined;
}

/** The fault of a list with more or fewer entries than the augmentation draws. */
export function wrongCount(
  { op, field }: Pick<Required<DrawnFault>, 'op' | 'field'>,
  count: number,
  [fewest, most]: readonly [number, number],
): DrawnFault | undefined {
  if (count >= fewest && count <= most) return undefined;
  const range = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  return { op, field, reason: `it has ${count} entries where the augmentation draws ${range}` };
}
