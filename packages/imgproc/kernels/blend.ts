import { Lanes } from './lanes';

/** 1.5 * 2 ** 23: the sum with a whole number of less than 22 bits has that number in its lower bits. The largest factor, 100, gives 15. */
const ROUNDING: f32 = 12582912;
const ROUNDING_BITS: i32 = 0x4b400000;

/** Blends values with the rounding of Pillow. AssemblyScript inlines methods. */
export class Blend {
  /** Stores 8 values between `from` and `to`, numbers of 16 bits; the factor is in four lanes of single precision. */
  @inline
  static store(target: usize, from: v128, to: v128, factor: v128): void {
    const way = i16x8.sub(to, from);
    Lanes.storeEight(
      target,
      Blend.four(i32x4.extend_low_i16x8_s(from), i32x4.extend_low_i16x8_s(way), factor),
      Blend.four(i32x4.extend_high_i16x8_s(from), i32x4.extend_high_i16x8_s(way), factor),
    );
  }

  @inline
  static four(from: v128, way: v128, factor: v128): v128 {
    const part = f32x4.mul(factor, f32x4.convert_i32x4_s(way));
    const value = f32x4.trunc(f32x4.add(f32x4.convert_i32x4_s(from), part));
    return i32x4.sub(f32x4.add(value, f32x4.splat(ROUNDING)), i32x4.splat(ROUNDING_BITS));
  }
}
