import { rngAt } from '../random/rng.ts';

/** A random key for a name: 16 hexadecimal digits, which depend on the seed and the name only. */
export function splitKey(seed: number, name: string): string {
  const rng = rngAt(seed, ['split', name]);
  return hex(rng.uint32()) + hex(rng.uint32());
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
