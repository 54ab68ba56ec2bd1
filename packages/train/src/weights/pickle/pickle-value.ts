/**
 * A value in a pickle: plain data, or an object that the rules made. Tuples and lists are arrays. Dictionaries are maps, so that
 * no key is special.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | PickleObject;

/** A name that the pickle imports, such as `collections.OrderedDict`, or the result of a call. */
export interface PickleObject {
  readonly kind: string;
}

/** A name that the pickle imports. It stands for itself: nothing is looked up. */
export interface PickleName extends PickleObject {
  readonly kind: 'name';
  readonly name: string;
}

export function isName(value: PickleValue | undefined): value is PickleName {
  return isObject(value) && value.kind === 'name';
}

export function isObject(value: PickleValue | undefined): value is PickleObject {
  const isData = Array.isArray(value) || value instanceof Map || value instanceof Uint8Array;
  return typeof value === 'object' && value !== null && !isData;
}
