import { rngAt } from '../random/rng.ts';

/** A random key that belongs to one name: 16 hexadecimal digits, the same whatever else is there. */
export function splitKey(seed: number, name: string): string {
  const rng = rngAt(seed, ['split', name]);
  return hex(rng.uint32()) + hex(rng.uint32());
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
