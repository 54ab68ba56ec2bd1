import { checkWhole } from '../errors/check-whole.ts';
import { type Block, philox } from './philox.ts';

/** The stream of random numbers at one address. */
export interface Rng {
  /** A whole number, 0 to 2^32 - 1. */
  uint32(): number;
  /** Uniform from `low` (included) to `high` (excluded), with 53 random bits. */
  uniform(low: number, high: number): number;
  /** A whole number, 0 to `count - 1`, each equally likely. @throws {RangeError} unless `count` is 1 to 2^32. */
  integer(count: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Normally distributed (Box-Muller transform). */
  normal(mean: number, deviation: number): number;
}

/**
 * The address of a stream: a purpose, then for example an epoch, a sample's id, the name of an op and its occurrence.
 */
export type Address = readonly (string | number)[];

const NORM_53 = 2 ** -53;

/**
 * The random stream at an address. The same seed and address give the same numbers in every thread and in any order of
 * calls. Different addresses give independent streams.
 *
 * @param seed A whole number.
 * @throws {SproutError} `option-invalid` when the seed is not a whole number.
 */
export function rngAt(seed: number, address: Address): Rng {
  const [key0, key1, upper0, upper1] = streamState(seed, address);
  let drawn = 0;
  let block: Block = [0, 0, 0, 0];
  const uint32 = (): number => {
    if ((drawn & 3) === 0) block = philox([drawn >>> 2, 0, upper0, upper1], [key0, key1]);
    return block[drawn++ & 3]!; // 0 to 3
  };
  const unit = (): number => {
    const high = uint32() >>> 5;
    return (high * 0x4000000 + (uint32() >>> 6)) * NORM_53;
  };
  return {
    uint32,
    uniform: (low, high) => low + (high - low) * unit(),
    integer: (count) => {
      if (!(count >= 1 && count <= 0x100000000))
        throw new RangeError(`no whole number below ${count}`);
      const limit = 0x100000000 - (0x100000000 % count);
      for (;;) {
        const candidate = uint32();
        if (candidate < limit) return candidate % count;
      }
    },
    chance: (probability) => unit() < probability,
    normal: (mean, deviation) => {
      const radius = Math.sqrt(-2 * Math.log(1 - unit()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * unit());
    },
  };
}

/**
 * The state `[k0, k1, u0, u1]` of the stream at an address: its words are those of the blocks `philox([at, 0, u0, u1], [k0, k1])` with `at` from 0 on.
 * Code that makes many words at once, as a kernel does, needs it.
 *
 * @throws {SproutError} As `rngAt`.
 */
export function streamState(seed: number, address: Address): Block {
  checkWhole('seed', seed);
  return digest(seed, address);
}

/**
 * Hashes seed and address into 128 bits: the tag, the length and the words of each part go through the generator in
 * turn.
 */
function digest(seed: number, address: Address): Block {
  const [low, high] = words(seed);
  const key = [low, high] as const;
  let state: Block = philox([0, 0, 0, address.length], key);
  const absorb = ([a, b, c, d]: Block): void => {
    state = philox(
      [(state[0] ^ a) >>> 0, (state[1] ^ b) >>> 0, (state[2] ^ c) >>> 0, (state[3] ^ d) >>> 0],
      key,
    );
  };
  for (const part of address) {
    if (typeof part === 'number') {
      const [partLow, partHigh] = words(part);
      absorb([1, partLow, partHigh, 0]);
    } else {
      absorb([2, part.length, 0, 0]);
      for (let at = 0; at < part.length; at += 8) {
        absorb([pair(part, at), pair(part, at + 2), pair(part, at + 4), pair(part, at + 6)]);
      }
    }
  }
  return state;
}

/** Two UTF-16 units of a text as one word, 0 beyond its end. */
function pair(text: string, at: number): number {
  return ((text.charCodeAt(at) || 0) | ((text.charCodeAt(at + 1) || 0) << 16)) >>> 0;
}

const DOUBLE = new DataView(new ArrayBuffer(8)); // shared: allocating one for each number would take longer than the rest

/** The lower and the upper 32 bits of a double. */
function words(value: number): [number, number] {
  DOUBLE.setFloat64(0, value);
  return [DOUBLE.getUint32(4), DOUBLE.getUint32(0)];
}
