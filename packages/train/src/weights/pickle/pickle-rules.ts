import type { PickleValue } from './pickle-value.ts';

/** What a pickle may refer to. All else in it is refused. */
export interface PickleRules {
  /** Whether the pickle may import this name: `collections.OrderedDict`. */
  readonly allows: (name: string) => boolean;
  /** The value of a call of an allowed name; `undefined` if these arguments are refused. Nothing is executed. */
  readonly call: (name: string, args: readonly PickleValue[]) => PickleValue | undefined;
  /** The value of a persistent id; `undefined` if it is refused. */
  readonly persistent: (id: PickleValue) => PickleValue | undefined;
}
