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
  while (k < LAST) {
    if (count < 32) {
      buffer |= load<u64>(from) >> count;
      from -= (63 - count) >> 3;
      count |= 56;
    }
    const entry = load<u64>(pairs + ((<usize>(buffer >> (64 - PAIR_BITS))) << 3));
    const first = k + (((<i32>entry) >> 8) & 255);
    const second = k + (((<i32>entry) >> 16) & 255);
    if (entry === 0 || Step.isBeyond(second)) {
      keepBits(buffer, count, from);
      k = readOne(channel, k);
      if (k === DAMAGED) return DAMAGED;
      buffer = bits;
      count = held;
      from = next;
      continue;
    }
    buffer <<= entry; // by its lowest 6 bits
    count -= (<i32>entry) & 63;
    Step.put(slots, first, <i32>(entry >> 32));
    Step.put(slots, second, <i32>(entry >> 48));
    k = second;
  }
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
  while (k < LAST) {
    if (count < 32) {
      buffer |= load<u64>(from) >> count;
      from -= (63 - count) >> 3;
      count |= 56;
    }
    const entry = <i32>load<u16>(skips + ((<usize>(buffer >> (64 - PAIR_BITS))) << 1));
    const after = k + (entry >> 8);
    if (entry === 0 || Step.isBeyond(after)) {
      keepBits(buffer, count, from);
      k = readOne(channel, k);
      if (k === DAMAGED) return DAMAGED;
      buffer = bits;
      count = held;
      from = next;
      continue;
    }
    buffer <<= entry; // by its lowest 6 bits
    count -= entry & 63;
    k = after;
  }
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
  /** Whether codes that lead to this coefficient lead out of the block, so that some belong to the next one. */
  @inline
  static isBeyond(k: i32): bool {
    return <u32>(k & ~END_OF_BLOCK) > <u32>(k < END_OF_BLOCK ? LAST : LAST - 1);
  }

  /** Writes a coefficient, a number of 16 bits, times its quantiser. */
  @inline
  static put(slots: usize, k: i32, value: i32): void {
    const slot = <i32>load<u16>(slots + ((<usize>k) << 1));
    store<i16>(PART + <usize>(slot & 255), <i16>(<i32>(<i16>value) * (slot >> 8)));
  }
}
