import type { Json } from '@sprout/core';

const DEPTH_LIMIT = 64;
const SIZE_LIMIT = 1_000_000;
/** The keys of numbers that determine the shapes of weights and outputs. */
const SIZE_KEYS: ReadonlySet<string> = new Set(
  'units filters kernel_size pool_size strides size depth_multiplier batch_input_shape batch_shape target_shape shape'.split(
    ' ',
  ),
);

/**
 * Describes the first fault in JSON from a file: nesting that is too deep, a key that would reach the prototype of an object, a
 * size that no model has. Call it before anything is built from the JSON.
 *
 * @returns `undefined` for JSON without a fault.
 */
export function jsonFault(value: Json, { key = '', depth = 0 } = {}): string | undefined {
  if (depth > DEPTH_LIMIT) return `it is nested deeper than ${DEPTH_LIMIT}`;
  if (typeof value === 'number') return SIZE_KEYS.has(key) ? sizeFault(key, value) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = depth + 1;
  if (Array.isArray(value))
    return firstOf(value, (field) => jsonFault(field, { key, depth: inner }));
  return firstOf(Object.keys(value), (name) => {
    if (name === '__proto__' || name === 'constructor') return `it has a key "${name}"`;
    return jsonFault((value as Record<string, Json>)[name]!, { key: name, depth: inner }); // an object, by its own key
  });
}

function firstOf<T>(
  values: readonly T[],
  faultOf: (value: T) => string | undefined,
): string | undefined {
  for (const value of values) {
    const fault = faultOf(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** -1 stands for the dimension that a reshape infers. */
function sizeFault(key: string, size: number): string | undefined {
  const possible = Number.isInteger(size) && size >= -1 && size <= SIZE_LIMIT;
  return possible ? undefined : `${key} is ${size}`;
}
