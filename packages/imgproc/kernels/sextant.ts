/** 2 ** 23: the sum with a smaller number in single precision has no fraction, and the number in its lower bits. */
const ROUNDING: f32 = 8388608;
const ROUNDING_BITS: i32 = 0x4b000000;

/** Four pixels of RGB, a vector of 32-bit numbers for each channel or amount. AssemblyScript inlines methods. */
export class Four {
  /** The red of the pixels in 12 bytes. */
  @inline
  static red(pixels: v128): v128 {
    return i8x16.swizzle(pixels, i8x16(0, -1, -1, -1, 3, -1, -1, -1, 6, -1, -1, -1, 9, -1, -1, -1));
  }

  /** The green. */
  @inline
  static green(pixels: v128): v128 {
    return i8x16.swizzle(
      pixels,
      i8x16(1, -1, -1, -1, 4, -1, -1, -1, 7, -1, -1, -1, 10, -1, -1, -1),
    );
  }

  /** The blue. */
  @inline
  static blue(pixels: v128): v128 {
    return i8x16.swizzle(
      pixels,
      i8x16(2, -1, -1, -1, 5, -1, -1, -1, 8, -1, -1, -1, 11, -1, -1, -1),
    );
  }

  /** The entries of a table of 32-bit numbers. */
  @inline
  static entries(table: usize, index: v128): v128 {
    const at = i32x4.shl(index, 2);
    let entries = v128.load32_zero(table + i32x4.extract_lane(at, 0));
    entries = v128.load32_lane(table + i32x4.extract_lane(at, 1), entries, 1);
    entries = v128.load32_lane(table + i32x4.extract_lane(at, 2), entries, 2);
    return v128.load32_lane(table + i32x4.extract_lane(at, 3), entries, 3);
  }

  /** The upper two of four numbers of single precision, as doubles. */
  @inline
  static upper(numbers: v128): v128 {
    return f64x2.promote_low_f32x4(
      i8x16.shuffle(numbers, numbers, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0),
    );
  }

  /** Four doubles in single precision. */
  @inline
  static single(low: v128, high: v128): v128 {
    return Four.joined(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high));
  }

  /** Four doubles as whole numbers, rounded towards zero. */
  @inline
  static whole(low: v128, high: v128): v128 {
    return Four.joined(i32x4.trunc_sat_f64x2_s_zero(low), i32x4.trunc_sat_f64x2_s_zero(high));
  }

  @inline
  static joined(low: v128, high: v128): v128 {
    return i8x16.shuffle(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
  }

  /** Numbers of single precision, 0 to 2 ** 22, as whole numbers, rounded to the nearest one, halves to even. */
  @inline
  static rounded(numbers: v128): v128 {
    return i32x4.sub(f32x4.add(numbers, f32x4.splat(ROUNDING)), i32x4.splat(ROUNDING_BITS));
  }

  /** The first two of four entries of a table of 64 bits. */
  @inline
  static firstEntries(table: usize, index: v128): v128 {
    const first = v128.load64_zero(table + 8 * <usize>i32x4.extract_lane(index, 0));
    return v128.load64_lane(table + 8 * <usize>i32x4.extract_lane(index, 1), first, 1);
  }

  /** The other two. */
  @inline
  static lastEntries(table: usize, index: v128): v128 {
    const first = v128.load64_zero(table + 8 * <usize>i32x4.extract_lane(index, 2));
    return v128.load64_lane(table + 8 * <usize>i32x4.extract_lane(index, 3), first, 1);
  }

  /**
   * Stores four colours, each in a sextant of the colour circle. In each sextant, one channel has the largest value (`top`), one the smallest
   * (`low`), and the third one rises or falls between them. All are bytes. Writes 4 more bytes.
   *
   * @param orders For each colour a byte for red, green and blue: 0 for `top`, 4 for `falling`, 8 for `rising`, 12 for `low`.
   */
  @inline
  static store(
    target: usize,
    orders: v128,
    top: v128,
    falling: v128,
    rising: v128,
    low: v128,
  ): void {
    const values = i8x16.narrow_i16x8_u(
      i16x8.narrow_i32x4_s(top, falling),
      i16x8.narrow_i32x4_s(rising, low),
    );
    const places = i8x16.add(orders, i8x16(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3));
    const packed = i8x16.swizzle(places, i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0, 0, 0, 0));
    v128.store(target, i8x16.swizzle(values, packed));
  }
}
