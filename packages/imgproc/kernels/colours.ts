import { Lanes } from './lanes';

/** In memory, because V8 makes constant vectors anew at each use. */
const FACTORS = memory.data<i16>([
  13174, 13174, 13174, 13174, 13174, 13174, 13174, 13174, -7471, -7471, -7471, -7471, -7471, -7471,
  -7471, -7471, -22554, 18734, -22554, 18734, -22554, 18734, -22554, 18734, -32768, 0, -32768, 0,
  -32768, 0, -32768, 0,
]);

/** Moves the first three bytes of each four together. */
const DENSE = memory.data<u8>([0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15]);

/** RGB of YCbCr, with the rounding of libjpeg. All numbers have 16 bits; those of chroma are less by 128. */
export class Colours {
  /** y + 1.402 cr: for all 256 values of cr, 13174 rounds as libjpeg's 26345 does at twice the precision. */
  @inline
  static red(y: v128, cr: v128): v128 {
    return i16x8.add(i16x8.add(y, cr), i16x8.q15mulr_sat_s(cr, v128.load(FACTORS)));
  }

  /** y - 0.344 cb - 0.714 cr, of which 18734 = 65536 - 46802. */
  @inline
  static green(y: v128, cb: v128, cr: v128): v128 {
    const weights = v128.load(FACTORS, 32);
    const half = v128.load(FACTORS, 48);
    const low = i32x4.dot_i16x8_s(Lanes.low(cb, cr), weights);
    const high = i32x4.dot_i16x8_s(Lanes.high(cb, cr), weights);
    const rest = i16x8.narrow_i32x4_s(
      i32x4.shr_s(i32x4.add(low, half), 16),
      i32x4.shr_s(i32x4.add(high, half), 16),
    );
    return i16x8.add(i16x8.sub(y, cr), rest);
  }

  /** y + 1.772 cb. */
  @inline
  static blue(y: v128, cb: v128): v128 {
    const rest = i16x8.q15mulr_sat_s(cb, v128.load(FACTORS, 16));
    return i16x8.add(i16x8.add(y, i16x8.add(cb, cb)), rest);
  }

  /** Writes 16 pixels, and 4 bytes after them, from bytes of red and green, and of blue twice each. */
  @inline
  static store(target: usize, r: v128, g: v128, blues: v128, bluesAfter: v128): void {
    const dense = v128.load(DENSE);
    const rg = Lanes.lowBytes(r, g);
    const rgAfter = Lanes.highBytes(r, g);
    v128.store(target, i8x16.swizzle(Lanes.low(rg, blues), dense));
    v128.store(target, i8x16.swizzle(Lanes.high(rg, blues), dense), 12);
    v128.store(target, i8x16.swizzle(Lanes.low(rgAfter, bluesAfter), dense), 24);
    v128.store(target, i8x16.swizzle(Lanes.high(rgAfter, bluesAfter), dense), 36);
  }
}
