import { checkWhole } from '../errors/check-whole.ts';
import type { Rng } from './rng.ts';

/** The numbers 0 to `count - 1` in random order (Fisher-Yates shuffle). @throws {SproutError} `option-invalid` */
export function permutation(count: number, rng: Pick<Rng, 'integer'>): Uint32Array {
  checkWhole('count', count, { least: 0, most: 2 ** 32 });
  const numbers = Uint32Array.from({ length: count }, (_, number) => number);
  for (let last = count - 1; last > 0; last--) {
    const other = rng.integer(last + 1);
    [numbers[last], numbers[other]] = [numbers[other]!, numbers[last]!];
  }
  return numbers;
}
