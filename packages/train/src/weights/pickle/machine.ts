import type { Cursor, SproutError } from '@sprout/core';
import type { PickleRules } from './pickle-rules.ts';
import type { PickleValue } from './pickle-value.ts';

/** Where the items of a list, a tuple or a dictionary begin on the stack. */
export const MARK: unique symbol = Symbol('mark');

/** The state in which a pickle's opcodes work. */
export interface Machine {
  readonly invalid: (reason: string) => SproutError;
  readonly cursor: Cursor;
  readonly rules: PickleRules;
  readonly stack: (PickleValue | typeof MARK)[];
  readonly memo: Map<number, PickleValue>;
}

export function pop({ stack, invalid }: Machine): PickleValue {
  const value = stack.pop();
  if (value === undefined || value === MARK)
    throw invalid('its pickle takes a value where none is');
  return value;
}

/** The value on the top, which stays there. */
export function top({ stack, invalid }: Machine): PickleValue {
  const value = stack.at(-1);
  if (value === undefined || value === MARK)
    throw invalid('its pickle takes a value where none is');
  return value;
}

/** Takes the values above the last mark, and the mark. */
export function popToMark({ stack, invalid }: Machine): PickleValue[] {
  const mark = stack.lastIndexOf(MARK);
  if (mark < 0) throw invalid('its pickle has no mark where one is needed');
  const values = stack.splice(mark);
  return values.slice(1) as PickleValue[]; // the mark was the last
}

export function popMany(machine: Machine, count: number): PickleValue[] {
  return Array.from({ length: count }, () => pop(machine)).toReversed();
}
