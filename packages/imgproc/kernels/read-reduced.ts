import { bits, held, keepBits, next } from './bits';
import { DAMAGED, lengthOf, valueAfter } from './block';
import { Channel, LARGEST_REDUCED } from './channel';
import { PART } from './layout';
import { END_OF_BLOCK, symbolOf } from './lookup';
import { PAIR_BITS, stepOf } from './pairs';
import { MEAN } from './slots';

const LAST: i32 = 63;

/**
 * Reads one block and writes those of its coefficients that a reduced transform needs, times the quantiser, to `PART`, which must be 0.
 *
 * @returns 0 if only the first one may differ from 0, 1 if others may, or `DAMAGED`.
 */
export function readReduced(channel: Channel): i32 {
  const mean = readMean(channel);
  if (mean === DAMAGED) return DAMAGED;
  const pairs = channel.pairs;
  const slots = channel.slots;
  let buffer = bits;
  let count = held;
  let from = next;
  let k = 0;
  // The four lookups of a refill are written out: a loop would test the bits that are left after each.
  do {
    buffer |= load<u64>(from) >> count;
    from -= (63 - count) >> 3;
    count |= 56;
    let before = buffer;
    let start = k;
    let entry = Step.entryAt(pairs, buffer);
    buffer <<= entry; // by its lowest 6 bits
    count -= entry & 63;
    k = Step.take(slots, k, entry);
    if (k < LAST) {
      before = buffer;
      start = k;
      entry = Step.entryAt(pairs, buffer);
      buffer <<= entry;
      count -= entry & 63;
      k = Step.take(slots, k, entry);
      if (k < LAST) {
        before = buffer;
        start = k;
        entry = Step.entryAt(pairs, buffer);
        buffer <<= entry;
        count -= entry & 63;
        k = Step.take(slots, k, entry);
        if (k < LAST) {
          before = buffer;
          start = k;
          entry = Step.entryAt(pairs, buffer);
          buffer <<= entry;
          count -= entry & 63;
          k = Step.take(slots, k, entry);
        }
      }
    }
    if (k < LAST || Step.isEnd(k)) continue;
    // the next code is not in the lookup, or the second one of the pair belongs to the next block
    keepBits(before, count + (entry & 63), from);
    k = readOne(channel, start);
    if (k === DAMAGED) return DAMAGED;
    buffer = bits;
    count = held;
    from = next;
  } while (!Step.isEnd(k));
  keepBits(buffer, count, from);
  return k === END_OF_BLOCK ? 0 : 1;
}

/** Reads one block, of which only the first coefficient counts. */
export function readMeanOnly(channel: Channel): i32 {
  const mean = readMean(channel);
  if (mean === DAMAGED) return DAMAGED;
  const skips = channel.skips;
  let buffer = bits;
  let count = held;
  let from = next;
  let k = 0;
  do {
    buffer |= load<u64>(from) >> count;
    from -= (63 - count) >> 3;
    count |= 56;
    let before = buffer;
    let start = k;
    let entry = Step.skipAt(skips, buffer);
    buffer <<= entry; // by its lowest 6 bits
    count -= entry & 63;
    k += entry >> 8;
    if (k < LAST) {
      before = buffer;
      start = k;
      entry = Step.skipAt(skips, buffer);
      buffer <<= entry;
      count -= entry & 63;
      k += entry >> 8;
    }
    if (k < LAST || Step.isEnd(k)) continue;
    // the next code is not in the lookup, or some of the codes belong to the next block
    keepBits(before, count + (entry & 63), from);
    k = readOne(channel, start);
    if (k === DAMAGED) return DAMAGED;
    buffer = bits;
    count = held;
    from = next;
  } while (!Step.isEnd(k));
  keepBits(buffer, count, from);
  return 0;
}

/** Reads the first coefficient and writes it. */
function readMean(channel: Channel): i32 {
  let buffer = bits;
  let count = held;
  let from = next;
  if (count < 32) {
    buffer |= load<u64>(from) >> count;
    from -= (63 - count) >> 3;
    count |= 56;
  }
  const code = symbolOf(channel.direct, <i32>(buffer >> 48));
  if (code === 0) return DAMAGED;
  const length = lengthOf(code);
  channel.prediction += valueAfter(buffer, code);
  keepBits(buffer << length, count - length, from);
  const value = channel.prediction * <i32>load<u8>(channel.quantiser);
  if (isTooLarge(value)) return DAMAGED;
  store<i16>(PART + MEAN, <i16>value);
  return 0;
}

/** Reads one code after the coefficient `k`. Returns the number of the coefficient that it leads to. */
function readOne(channel: Channel, k: i32): i32 {
  let buffer = bits;
  let count = held;
  let from = next;
  if (count < 32) {
    buffer |= load<u64>(from) >> count;
    from -= (63 - count) >> 3;
    count |= 56;
  }
  const code = symbolOf(channel.alternating, <i32>(buffer >> 48));
  if (code === 0) return DAMAGED;
  const length = lengthOf(code);
  keepBits(buffer << length, count - length, from);
  const step = stepOf(code);
  if (step === END_OF_BLOCK) return k + END_OF_BLOCK;
  if (k + step > LAST) return DAMAGED;
  const value = valueAfter(buffer, code);
  if (isTooLarge(value * <i32>load<u8>(channel.quantiser + k + step))) return DAMAGED;
  Step.put(channel.slots, k + step, value);
  return k + step;
}

function isTooLarge(value: i32): bool {
  return <u32>(value + LARGEST_REDUCED) > <u32>(2 * LARGEST_REDUCED);
}

/** AssemblyScript inlines methods. */
class Step {
  @inline
  static entryAt(pairs: usize, buffer: u64): i32 {
    return load<i32>(pairs + ((<usize>(buffer >> (64 - PAIR_BITS))) << 2));
  }

  @inline
  static skipAt(skips: usize, buffer: u64): i32 {
    return load<u16>(skips + ((<usize>(buffer >> (64 - PAIR_BITS))) << 1));
  }

  /** Writes both coefficients of an entry; if they are one, the value of the first. Returns the number of the second one. */
  @inline
  static take(slots: usize, k: i32, entry: i32): i32 {
    const after = k + ((entry >> 6) & 255);
    Step.put(slots, after, entry >> 26);
    Step.put(slots, k + ((entry >> 14) & 31), (entry << 6) >> 25);
    return after;
  }

  /** Whether the codes that lead to this coefficient end the block. */
  @inline
  static isEnd(k: i32): bool {
    return k === LAST || <u32>(k - END_OF_BLOCK) < <u32>LAST;
  }

  /** Writes a coefficient, a number of 16 bits, times its quantiser. */
  @inline
  static put(slots: usize, k: i32, value: i32): void {
    const slot = <i32>load<u16>(slots + ((<usize>k) << 1));
    store<i16>(PART + <usize>(slot & 255), <i16>(value * (slot >> 8)));
  }
}
