import { Lanes } from './lanes';

/**
 * Weighs the bytes at given offsets from each byte of the source: the sums without the lowest `shift` bits, rounded (halves to even
 * numbers), and saturated to 8 bits. Reads up to 8 bytes after the source, and writes up to 8 after the target.
 *
 * @param source The first byte of the image in an extended image whose rows are `stride` bytes apart.
 * @param taps For each pair of taps: two offsets of 32 bits and two weights of 16 bits.
 */
export function convolve(
  source: usize,
  stride: usize,
  height: i32,
  length: usize,
  taps: usize,
  pairs: usize,
  shift: i32,
  target: usize,
): void {
  const zero = i32x4.splat(0);
  const end = taps + 12 * pairs;
  for (let row = 0; row < height; row++, source += stride, target += length) {
    for (let x: usize = 0; x < length; x += 8) {
      let low = zero;
      let high = zero;
      for (let tap = taps; tap < end; tap += 12) {
        const weights = v128.load32_splat(tap, 8);
        const first = v128.load_ext<u8>(source + x + load<i32>(tap));
        const second = v128.load_ext<u8>(source + x + load<i32>(tap, 4));
        const lows = Lanes.low(first, second);
        const highs = Lanes.high(first, second);
        low = i32x4.add(low, i32x4.dot_i16x8_s(lows, weights));
        high = i32x4.add(high, i32x4.dot_i16x8_s(highs, weights));
      }
      Lanes.storeEight(target + x, Rounding.toEven(low, shift), Rounding.toEven(high, shift));
    }
  }
}

/** AssemblyScript inlines methods. */
class Rounding {
  @inline
  static toEven(sums: v128, shift: i32): v128 {
    const odd = v128.and(i32x4.shr_s(sums, shift), i32x4.splat(1));
    const half = i32x4.splat((1 << (shift - 1)) - 1);
    return i32x4.shr_s(i32x4.add(sums, i32x4.add(half, odd)), shift);
  }
}
