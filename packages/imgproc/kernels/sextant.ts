/** For each sextant, the indices of the values of the three channels in `top`, `falling`, `rising` and `low`; the fourth byte is unused. */
const PLACES = memory.data<u8>([
  0, 2, 3, 0, 1, 0, 3, 0, 3, 0, 2, 0, 3, 1, 0, 0, 2, 3, 0, 0, 0, 3, 1, 0,
]);

/** Four pixels of RGB, a vector of 32-bit numbers for each channel or amount. AssemblyScript inlines methods. */
export class Four {
  /** One channel, 0 to 2, of the pixels in 12 bytes. */
  @inline
  static channel(pixels: v128, channel: i32): v128 {
    const from = i8x16.add(
      i8x16(0, -128, -128, -128, 3, -128, -128, -128, 6, -128, -128, -128, 9, -128, -128, -128),
      i8x16.splat(<i8>channel),
    );
    return i8x16.swizzle(pixels, from);
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

  /**
   * Stores four colours, each in a sextant of the colour circle, 0 to 5. In each sextant, one channel has the largest value (`top`), one the
   * smallest (`low`), and the third one rises or falls between them. All are bytes. Writes 4 more bytes.
   *
   * @param sextants The table of the sextants (u8).
   * @param places The indices of the colours in this table.
   */
  @inline
  static store(
    target: usize,
    sextants: usize,
    places: v128,
    top: v128,
    falling: v128,
    rising: v128,
    low: v128,
  ): void {
    const upper = v128.or(i32x4.shl(rising, 16), i32x4.shl(low, 24));
    const values = v128.or(v128.or(top, i32x4.shl(falling, 8)), upper);
    let order = v128.load32_zero(Four.placesOf(sextants, i32x4.extract_lane(places, 0)));
    order = v128.load32_lane(Four.placesOf(sextants, i32x4.extract_lane(places, 1)), order, 1);
    order = v128.load32_lane(Four.placesOf(sextants, i32x4.extract_lane(places, 2)), order, 2);
    order = v128.load32_lane(Four.placesOf(sextants, i32x4.extract_lane(places, 3)), order, 3);
    order = i8x16.add(order, i8x16(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12));
    order = i8x16.shuffle(order, order, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0, 0, 0, 0);
    v128.store(target, i8x16.swizzle(values, order));
  }

  @inline
  static placesOf(sextants: usize, place: i32): usize {
    return PLACES + 4 * <usize>load<u8>(sextants + place);
  }
}
