import { checkWhole } from '../errors/check-whole.ts';
import { mt19937 } from './mt19937.ts';
import { permutation } from './permutation.ts';

const LARGEST_SEED = 2 ** 32 - 1;

/** The random numbers of NumPy's legacy generator, `numpy.random.RandomState`, which `numpy.random.seed` seeds. */
export interface NumpyRandom {
  /** `seed(seed)`: starts again. @throws {SproutError} `option-invalid` unless `seed` is a whole number from 0 to 2^32 - 1. */
  seed(seed: number): void;
  /** `random_sample()`: from 0 to 1 (excluded), with 53 random bits. */
  random(): number;
  /** `uniform(low, high)`. */
  uniform(low: number, high: number): number;
  /** `randint(count)`: 0 to `count - 1`; also the index that `choice` draws. Nothing is drawn if `count` is 1. */
  integer(count: number): number;
  /** `permutation(count)`: the numbers 0 to `count - 1` in random order. */
  permutation(count: number): Uint32Array;
}

/**
 * NumPy's legacy random generator: MT19937, with the numbers of NumPy bit for bit. It is meant for reproducing the results of
 * programs in Python; `rngAt` is for everything else.
 *
 * @param seed A whole number, 0 to 2^32 - 1.
 * @throws {SproutError} `option-invalid` for any other seed.
 */
export function numpyRandom(seed: number): NumpyRandom {
  let word = seeded(seed);
  const random = (): number => {
    const high = word() >>> 5;
    return (high * 0x4000000 + (word() >>> 6)) / 0x20000000000000;
  };
  const integer = (count: number): number => {
    if (!(count >= 1 && count <= 2 ** 32)) throw new RangeError(`no whole number below ${count}`);
    return maskedBelow(count, word);
  };
  return {
    seed: (other) => (word = seeded(other)),
    random,
    uniform: (low, high) => low + (high - low) * random(),
    integer,
    permutation: (count) => permutation(count, { integer }),
  };
}

function seeded(seed: number): () => number {
  checkWhole('seed', seed, { least: 0, most: LARGEST_SEED });
  return mt19937(seed);
}

/** Masks words to the bits of the largest result, and rejects those above it. */
function maskedBelow(count: number, word: () => number): number {
  const largest = count - 1;
  if (largest === 0) return 0;
  const mask = LARGEST_SEED >>> Math.clz32(largest);
  for (;;) {
    const candidate = (word() & mask) >>> 0;
    if (candidate <= largest) return candidate;
  }
}
