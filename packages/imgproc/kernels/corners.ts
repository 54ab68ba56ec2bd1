import { Lanes } from './lanes';

/** A sum in single precision that is this near to where the rounding changes is computed again in double precision. Its error is less than half of this. */
const DOUBT: f32 = 0.000244140625;
/** 2 ** 23: the sum with a byte in single precision has its nearest whole number in its lower bits. */
export const ROUNDING_SINGLE: f32 = 8388608;

/** Four pixels of RGB, each as three numbers of 32 bits. AssemblyScript inlines methods. */
export class Corners {
  /**
   * The weighted sum of the pixel at an address, the one after it, and the two a row below.
   *
   * @param down The distance of the point from the first pixel, in all four numbers; `right` likewise.
   */
  @inline
  static value(at: usize, stride: usize, down: v128, right: v128): v128 {
    const upper = v128.load64_zero(at);
    const lower = v128.load64_zero(at + stride);
    const pixel = i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, -1, -1, -1, -1);
    const next = i8x16(3, -1, -1, -1, 4, -1, -1, -1, 5, -1, -1, -1, -1, -1, -1, -1);
    const first = i8x16.swizzle(upper, pixel);
    const third = i8x16.swizzle(lower, pixel);
    const across = f32x4.convert_i32x4_s(i32x4.sub(i8x16.swizzle(upper, next), first));
    const acrossBelow = f32x4.convert_i32x4_s(i32x4.sub(i8x16.swizzle(lower, next), third));
    const above = f32x4.add(f32x4.convert_i32x4_s(first), f32x4.mul(across, right));
    const below = f32x4.add(f32x4.convert_i32x4_s(third), f32x4.mul(acrossBelow, right));
    return f32x4.add(above, f32x4.mul(f32x4.sub(below, above), down));
  }

  /** Which values are near to where their rounding changes. `sum` is `value + ROUNDING_SINGLE`. */
  @inline
  static isInDoubt(value: v128, sum: v128): v128 {
    const part = f32x4.sub(value, f32x4.sub(sum, f32x4.splat(ROUNDING_SINGLE)));
    return f32x4.gt(f32x4.abs(part), f32x4.splat(0.5 - DOUBT));
  }

  /**
   * Writes their weighted sum.
   *
   * @param fraction The distance of the point from the first pixel, down and to the right: 0 to 1.
   */
  @inline
  static blend(
    first: v128,
    second: v128,
    third: v128,
    fourth: v128,
    fraction: v128,
    target: usize,
  ): void {
    const narrow = f32x4.demote_f64x2_zero(fraction);
    const down = i32x4.shuffle(narrow, narrow, 0, 0, 0, 0);
    const right = i32x4.shuffle(narrow, narrow, 1, 1, 1, 1);
    const above = f32x4.convert_i32x4_s(first);
    const below = f32x4.convert_i32x4_s(third);
    const across = f32x4.convert_i32x4_s(i32x4.sub(second, first));
    const acrossBelow = f32x4.convert_i32x4_s(i32x4.sub(fourth, third));
    const upper = f32x4.add(above, f32x4.mul(across, right));
    const lower = f32x4.add(below, f32x4.mul(acrossBelow, right));
    const value = f32x4.add(upper, f32x4.mul(f32x4.sub(lower, upper), down));
    const sum = f32x4.add(value, f32x4.splat(0.5));
    const whole = i32x4.trunc_sat_f32x4_s(sum);
    const part = f32x4.sub(value, f32x4.convert_i32x4_s(whole));
    if (v128.any_true(f32x4.gt(f32x4.abs(part), f32x4.splat(0.5 - DOUBT)))) {
      blendExactly(first, second, third, fourth, fraction, target);
      return;
    }
    Lanes.storeFour(target, whole);
  }
}

/** As `Corners.blend` in double precision, with the operations of `src/kernels/affine.ts` in the same order. */
function blendExactly(
  first: v128,
  second: v128,
  third: v128,
  fourth: v128,
  fraction: v128,
  target: usize,
): void {
  const down = f64x2.extract_lane(fraction, 0);
  const right = f64x2.extract_lane(fraction, 1);
  const one = f64x2.splat((1 - down) * (1 - right));
  const two = f64x2.splat((1 - down) * right);
  const three = f64x2.splat(down * (1 - right));
  const four = f64x2.splat(down * right);
  for (let lane = 0; lane < 2; lane++) {
    const sum = f64x2.add(
      f64x2.add(
        f64x2.add(
          f64x2.mul(f64x2.convert_low_i32x4_s(first), one),
          f64x2.mul(f64x2.convert_low_i32x4_s(second), two),
        ),
        f64x2.mul(f64x2.convert_low_i32x4_s(third), three),
      ),
      f64x2.mul(f64x2.convert_low_i32x4_s(fourth), four),
    );
    const whole = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(sum, f64x2.splat(0.5)));
    store<u8>(target, i32x4.extract_lane(whole, 0), 0);
    if (lane === 1) return;
    store<u8>(target, i32x4.extract_lane(whole, 1), 1);
    first = upperHalf(first);
    second = upperHalf(second);
    third = upperHalf(third);
    fourth = upperHalf(fourth);
    target += 2;
  }
}

function upperHalf(pixel: v128): v128 {
  return i64x2.shuffle(pixel, pixel, 1, 0);
}
