/** 1.5 * 2 ** 23: the sum with a number of less than 22 bits has the nearest whole number in its lower bits. */
export const ROUNDING: f32 = 12582912;
const ROUNDING_BITS: i32 = 0x4b400000;

/** Operations on vectors. AssemblyScript inlines methods, with constant arguments. */
export class Lanes {
  /** The lower halves of two vectors of 16-bit numbers, in turns. */
  @inline
  static low(a: v128, b: v128): v128 {
    return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  }

  /** The upper halves. */
  @inline
  static high(a: v128, b: v128): v128 {
    return i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  }

  /** The lower halves of two vectors of bytes, in turns. */
  @inline
  static lowBytes(a: v128, b: v128): v128 {
    return i8x16.shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  }

  /** The upper halves. */
  @inline
  static highBytes(a: v128, b: v128): v128 {
    return i8x16.shuffle(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  }

  /** Stores 4 numbers of 32 bits, limited to bytes. */
  @inline
  static storeFour(target: usize, numbers: v128): void {
    const words = i16x8.narrow_i32x4_s(numbers, numbers);
    v128.store32_lane(target, i8x16.narrow_i16x8_u(words, words), 0);
  }

  /** Stores 8 numbers of 32 bits, limited to bytes. */
  @inline
  static storeEight(target: usize, low: v128, high: v128): void {
    const words = i16x8.narrow_i32x4_s(low, high);
    v128.store64_lane(target, i8x16.narrow_i16x8_u(words, words), 0);
  }

  /** The nearest whole numbers, halves to even. The numbers are less than 2 ** 22. */
  @inline
  static nearest(numbers: v128): v128 {
    return Lanes.whole(f32x4.add(numbers, f32x4.splat(ROUNDING)));
  }

  /** The whole numbers in the lower bits of sums with `ROUNDING`. */
  @inline
  static whole(sums: v128): v128 {
    return i32x4.sub(sums, i32x4.splat(ROUNDING_BITS));
  }
}
