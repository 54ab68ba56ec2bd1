import { BLOCK } from './layout';
import { END_OF_BLOCK, extend, LOOKUP_BITS, symbolOf } from './lookup';

/** The offset in a block of each coefficient in zigzag order. */
const ZIGZAG = memory.data<u8>([
  0, 2, 16, 32, 18, 4, 6, 20, 34, 48, 64, 50, 36, 22, 8, 10, 24, 38, 52, 66, 80, 96, 82, 68, 54, 40,
  26, 12, 14, 28, 42, 56, 70, 84, 98, 112, 114, 100, 86, 72, 58, 44, 30, 46, 60, 74, 88, 102, 116,
  118, 104, 90, 76, 62, 78, 92, 106, 120, 122, 108, 94, 110, 124, 126,
]);

/** No encoder writes larger coefficients; the versions of libjpeg differ where 16 bits overflow. */
const LARGEST: i32 = 8191;

/** The next bits of the segment, from the highest bit on, their number, and the address of the bytes after them. */
let bits: u64 = 0;
let held: i32 = 0;
let next: usize = 0;

export function startReading(from: usize): void {
  bits = 0;
  held = 0;
  next = from;
}

/** Whether all bytes up to an address were read, and nothing after it. */
export function hasEndedAt(address: usize): bool {
  const rest = <i32>(address - next) * 8 + held;
  return rest >= 0 && rest < 8;
}

function eightBytes(address: usize): u64 {
  const reversed = i8x16(7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0);
  return v128.extract_lane<u64>(i8x16.swizzle(v128.load64_zero(address), reversed), 0);
}

/**
 * Reads one block: multiplies its coefficients by the quantiser and writes them to `BLOCK`, which must be 0.
 *
 * @param prediction The address of the channel's last DC coefficient.
 * @returns How many coefficients may differ from 0, in zigzag order; 0 where the data is damaged.
 */
export function readBlock(
  quantiser: usize,
  direct: usize,
  alternating: usize,
  prediction: usize,
): i32 {
  let buffer = bits;
  let count = held;
  let from = next;
  let lookup = direct;
  let k = 0;
  let used = 0;
  do {
    if (count < 32) {
      buffer |= eightBytes(from) >> count;
      from += (63 - count) >> 3;
      count |= 56;
    }
    let value: i32;
    const entry = load<i32>(lookup + ((<usize>(buffer >> (64 - LOOKUP_BITS))) << 2));
    if (entry !== 0) {
      const length = entry & 255;
      buffer <<= length;
      count -= length;
      k += (entry >> 8) & 255;
      if (k >= END_OF_BLOCK) break;
      value = entry >> 16;
    } else {
      const code = symbolOf(lookup, <i32>(buffer >> 48));
      if (code === 0) return 0;
      const size = code & 15;
      buffer <<= code >> 8;
      value = size === 0 ? 0 : extend(<i32>(buffer >> (64 - size)), size);
      buffer <<= size;
      count -= (code >> 8) + size;
      if (k > 0) {
        const run = (code & 255) >> 4;
        if (size === 0 && run !== 15) break;
        k += run;
      }
    }
    if (k > 63) return 0;
    if (k === 0) {
      value += load<i32>(prediction);
      store<i32>(prediction, value);
      lookup = alternating;
    }
    value *= load<u8>(quantiser + k);
    if (abs(value) > LARGEST) return 0;
    store<i16>(BLOCK + <usize>load<u8>(ZIGZAG + k), <i16>value);
    used = ++k;
  } while (k < 64);
  bits = buffer;
  held = count;
  next = from;
  return used;
}
