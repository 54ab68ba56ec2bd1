import type { OpSpec } from '@sprout/core';

/** An op of a recipe or an augmentation on one line: `resize height=150 width=150`. */
export function opLine({ op, ...fields }: OpSpec): string {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${printed(value)}`);
  return [op, ...words].join(' ');
}

function printed(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
