import { bits, held, keepBits, next } from './bits';
import { Channel } from './channel';
import { BLOCK } from './layout';
import { END_OF_BLOCK, LOOKUP_BITS, symbolOf } from './lookup';

/** The offset in a block of each coefficient in zigzag order. */
const ZIGZAG = memory.data<u8>([
  0, 2, 16, 32, 18, 4, 6, 20, 34, 48, 64, 50, 36, 22, 8, 10, 24, 38, 52, 66, 80, 96, 82, 68, 54, 40,
  26, 12, 14, 28, 42, 56, 70, 84, 98, 112, 114, 100, 86, 72, 58, 44, 30, 46, 60, 74, 88, 102, 116,
  118, 104, 90, 76, 62, 78, 92, 106, 120, 122, 108, 94, 110, 124, 126,
]);
/** The bits of those offsets that are set in the rows, and the columns, after the fourth. */
export const LOWER_ROWS: i32 = 64;
export const RIGHT_COLUMNS: i32 = 8;

export const DAMAGED: i32 = -1;

/** No encoder writes larger coefficients; the versions of libjpeg differ where 16 bits overflow. */
const LARGEST: i32 = 8191;

/**
 * Reads one block: multiplies its coefficients by the quantiser and writes them to `BLOCK`, which must be 0.
 *
 * @returns The bits of the offsets of all coefficients that may differ from 0, or `DAMAGED`.
 */
export function readBlock(channel: Channel): i32 {
  let buffer = bits;
  let count = held;
  let from = next;
  if (count < 32) {
    buffer |= load<u64>(from) >> count;
    from -= (63 - count) >> 3;
    count |= 56;
  }
  const direct = symbolOf(channel.direct, <i32>(buffer >> 48));
  if (direct === 0) return DAMAGED;
  const mean = channel.prediction + valueAfter(buffer, direct);
  channel.prediction = mean;
  buffer <<= lengthOf(direct);
  count -= lengthOf(direct);
  const quantiser = channel.quantiser;
  let value = mean * load<u8>(quantiser);
  if (isTooLarge(value)) return DAMAGED;
  store<i16>(BLOCK, <i16>value);

  const lookup = channel.alternating;
  let offsets = 0;
  let k = 1;
  do {
    if (count < 32) {
      buffer |= load<u64>(from) >> count;
      from -= (63 - count) >> 3;
      count |= 56;
    }
    const entry = load<i32>(lookup + ((<usize>(buffer >> (64 - LOOKUP_BITS))) << 2));
    if (entry !== 0) {
      buffer <<= entry; // by its lowest 6 bits
      count -= entry & 63;
      k += (entry >> 8) & 255;
      value = entry >> 16;
    } else {
      const code = symbolOf(lookup, <i32>(buffer >> 48));
      if (code === 0) return DAMAGED;
      value = valueAfter(buffer, code);
      buffer <<= lengthOf(code);
      count -= lengthOf(code);
      const run = (code & 255) >> 4;
      k += (code & 15) === 0 && run !== 15 ? END_OF_BLOCK : run;
    }
    if (k > 63) {
      if (k < END_OF_BLOCK) return DAMAGED;
      break;
    }
    value *= load<u8>(quantiser + k);
    if (isTooLarge(value)) return DAMAGED;
    const offset = <i32>load<u8>(ZIGZAG + k);
    store<i16>(BLOCK + offset, <i16>value);
    offsets |= offset;
  } while (++k < 64);
  keepBits(buffer, count, from);
  return offsets;
}

/** The number of bits of a code, which `symbolOf` found, and of the value after it. */
export function lengthOf(code: i32): i32 {
  return (code >> 8) + (code & 15);
}

/** The value after a code: negative if its first bit is 0. */
export function valueAfter(buffer: u64, code: i32): i32 {
  const size = code & 15;
  const rest = buffer << (code >> 8);
  const isNegative = <i32>(~rest >> 63);
  return <i32>((rest >> 1) >> (63 - size)) + (-isNegative & (1 - (1 << size)));
}

function isTooLarge(value: i32): bool {
  return <u32>(value + LARGEST) > <u32>(2 * LARGEST);
}
