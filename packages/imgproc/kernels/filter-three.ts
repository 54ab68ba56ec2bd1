import { Lanes, ROUNDING } from './lanes';

/** The sum of a 3 x 3 window by fused multiplications and additions in single precision. */
function fused(window: usize, stride: usize, weights: usize): i32 {
  let sum: f32 = 0;
  for (let row = 0; row < 3; row++, window += stride) {
    for (let column: usize = 0; column < 3; column++, weights += 4) {
      const value = <f64>load<u8>(window + 3 * column);
      sum = <f32>(value * <f64>load<f32>(weights) + <f64>sum);
    }
  }
  return <i32>min<f32>(255, max<f32>(0, nearest<f32>(sum)));
}

/** Four sums of windows. AssemblyScript inlines methods. */
class Sums {
  @inline
  static product(values: v128, weight: v128): v128 {
    return f32x4.mul(f32x4.convert_i32x4_s(values), weight);
  }

  /** Which sums are almost halfway between two whole numbers: farther than `limit` from the nearest one. */
  @inline
  static nearHalf(sums: v128, rounded: v128, limit: v128): v128 {
    const rest = f32x4.sub(sums, f32x4.sub(rounded, f32x4.splat(ROUNDING)));
    return f32x4.ge(f32x4.abs(rest), limit);
  }
}

/**
 * Filters RGB with a 3 x 3 window. Reads up to 8 bytes after the source, and writes up to 8 after the target.
 *
 * @param source The image with one more pixel on each side; its rows are `stride` bytes apart.
 * @param length The values of a row of the target.
 * @param weights 9 of single precision: the same for all neighbours, or, if `diagonal`, `-c, -s, 0, -s, m, s, 0, s, c`.
 * @param error Sums this near to a half are added up again as OpenCV does it.
 */
export function filterThree(
  source: usize,
  stride: usize,
  height: i32,
  length: usize,
  weights: usize,
  diagonal: bool,
  error: f32,
  target: usize,
): void {
  const centre = f32x4.splat(load<f32>(weights, 16));
  const first = f32x4.splat(load<f32>(weights + (diagonal ? 20 : 0)));
  const second = f32x4.splat(load<f32>(weights, 32));
  const limit = f32x4.splat(0.5 - error);
  for (let row = 0; row < height; row++, source += stride, target += length) {
    for (let x: usize = 0; x < length; x += 8) {
      const above = source + x;
      const middle = above + stride;
      const below = middle + stride;
      const own = v128.load_ext<u8>(middle, 3);
      const top = v128.load_ext<u8>(above, 3);
      const bottom = v128.load_ext<u8>(below, 3);
      const left = v128.load_ext<u8>(middle);
      const right = v128.load_ext<u8>(middle, 6);
      const upperLeft = v128.load_ext<u8>(above);
      const lowerRight = v128.load_ext<u8>(below, 6);
      let one: v128;
      if (diagonal) {
        one = i16x8.add(i16x8.sub(bottom, top), i16x8.sub(right, left));
      } else {
        one = i16x8.add(i16x8.add(top, bottom), i16x8.add(left, right));
        const corners = i16x8.add(v128.load_ext<u8>(above, 6), v128.load_ext<u8>(below));
        one = i16x8.add(one, i16x8.add(corners, i16x8.add(upperLeft, lowerRight)));
      }
      let low = f32x4.add(
        Sums.product(i32x4.extend_low_i16x8_s(own), centre),
        Sums.product(i32x4.extend_low_i16x8_s(one), first),
      );
      let high = f32x4.add(
        Sums.product(i32x4.extend_high_i16x8_s(own), centre),
        Sums.product(i32x4.extend_high_i16x8_s(one), first),
      );
      if (diagonal) {
        const other = i16x8.sub(lowerRight, upperLeft);
        low = f32x4.add(low, Sums.product(i32x4.extend_low_i16x8_s(other), second));
        high = f32x4.add(high, Sums.product(i32x4.extend_high_i16x8_s(other), second));
      }
      const lowSum = f32x4.add(low, f32x4.splat(ROUNDING));
      const highSum = f32x4.add(high, f32x4.splat(ROUNDING));
      Lanes.storeEight(target + x, Lanes.whole(lowSum), Lanes.whole(highSum));
      const lowHalf = Sums.nearHalf(low, lowSum, limit);
      const highHalf = Sums.nearHalf(high, highSum, limit);
      let lanes = i32x4.bitmask(lowHalf) | (i32x4.bitmask(highHalf) << 4);
      for (; lanes !== 0; lanes &= lanes - 1) {
        const lane = <usize>ctz(lanes);
        store<u8>(target + x + lane, fused(above + lane, stride, weights));
      }
    }
  }
}
