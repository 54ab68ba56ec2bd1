import { Lanes } from './lanes';

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
    return Lanes.nearest(value);
  }
}
