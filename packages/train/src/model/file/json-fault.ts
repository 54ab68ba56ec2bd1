import type { Json } from '@sprout/core';

const DEPTH_LIMIT = 64;
const SIDE_LIMIT = 1_000_000;
const SIDES: ReadonlySet<string> = new Set(
  'units filters kernel_size pool_size strides size depth_multiplier batch_input_shape batch_shape target_shape shape'.split(
    ' ',
  ),
);

/**
 * What is wrong with JSON from a file, or `undefined`: nesting that is too deep, keys that would reach the prototype of an
 * object, sizes that no model has. Checked before anything is built from the JSON.
 */
export function jsonFault(value: Json, { key = '', depth = 0 } = {}): string | undefined {
  if (depth > DEPTH_LIMIT) return `it is nested deeper than ${DEPTH_LIMIT}`;
  if (typeof value === 'number') return SIDES.has(key) ? sideFault(key, value) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    if (name === '__proto__' || name === 'constructor') return `it has a key "${name}"`;
    const inner = { key: Array.isArray(value) ? key : name, depth: depth + 1 };
    const fault = jsonFault(field, inner);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** -1 is the side that a reshape infers. */
function sideFault(key: string, side: number): string | undefined {
  const possible = Number.isInteger(side) && side >= -1 && side <= SIDE_LIMIT;
  return possible ? undefined : `${key} is ${side}`;
}
