import type { Rng } from '@sprout/core';

/**
 * Chooses `count` of the numbers 0 to `total - 1`, with one random number for each. Every set of numbers is equally likely.
 *
 * @see Bentley and Floyd 1987, "A sample of brilliance".
 */
export function choosePixels(rng: Rng, count: number, total: number): Uint32Array {
  const isChosen = new Uint8Array(total);
  const chosen = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const last = total - count + at;
    const candidate = rng.integer(last + 1);
    const number = isChosen[candidate] === 1 ? last : candidate;
    isChosen[number] = 1;
    chosen[at] = number;
  }
  return chosen;
}
