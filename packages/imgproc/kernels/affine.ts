import { borderCoordinate, borderPixel, CONSTANT } from './border';
import { Lanes } from './lanes';
import { NEXT_PIXEL, PIXEL } from './pixel-order';

/** A sum in single precision that is this near to where the rounding changes is computed again in double precision. Its error is less than half of this. */
const DOUBT: f32 = 0.000244140625;
/** 2 ** 52 + 2 ** 51: the sum with a whole double has that number in its lower 32 bits. */
const ROUNDING: f64 = 6755399441055744;

/**
 * Resamples RGB bilinearly, with the rounding of double precision. Reads up to 2 bytes after the source, and writes 1 byte after the target.
 *
 * @param matrix Six doubles: those of `PullMatrix`, in its order.
 */
export function affine(
  source: usize,
  height: i32,
  width: i32,
  matrix: usize,
  border: i32,
  target: usize,
): void {
  const byRow = f64x2(load<f64>(matrix), load<f64>(matrix, 24));
  const byColumn = f64x2(load<f64>(matrix, 8), load<f64>(matrix, 32));
  const offset = f64x2(load<f64>(matrix, 16), load<f64>(matrix, 40));
  const last = f64x2(<f64>(height - 1), <f64>(width - 1));
  const zero = f64x2.splat(0);
  const rounding = f64x2.splat(ROUNDING);
  const pixel = v128.load(PIXEL);
  const nextPixel = v128.load(NEXT_PIXEL);
  const stride = 3 * <usize>width;
  for (let r = 0; r < height; r++) {
    const start = f64x2.add(f64x2.mul(byRow, f64x2.splat(r)), offset);
    for (let c: f64 = 0, end = <f64>width; c < end; c += 1, target += 3) {
      const point = f64x2.add(start, f64x2.mul(byColumn, f64x2.splat(c)));
      const isInside = v128.and(f64x2.ge(point, zero), f64x2.lt(point, last));
      if (i64x2.all_true(isInside)) {
        const corner = f64x2.floor(point);
        const whole = f64x2.add(corner, rounding);
        const at =
          source + <usize>(i32x4.extract_lane(whole, 0) * width + i32x4.extract_lane(whole, 2)) * 3;
        const upper = v128.load64_zero(at);
        const lower = v128.load64_zero(at + stride);
        Corners.blend(
          i8x16.swizzle(upper, pixel),
          i8x16.swizzle(upper, nextPixel),
          i8x16.swizzle(lower, pixel),
          i8x16.swizzle(lower, nextPixel),
          f64x2.sub(point, corner),
          target,
        );
      } else {
        const row = f64x2.extract_lane(point, 0);
        const column = f64x2.extract_lane(point, 1);
        atEdge(source, height, width, row, column, border, target);
      }
    }
  }
}

function atEdge(
  source: usize,
  height: i32,
  width: i32,
  row: f64,
  column: f64,
  border: i32,
  target: usize,
): void {
  const y = borderCoordinate(row, height, border);
  const x = borderCoordinate(column, width, border);
  if (border === CONSTANT && (y < 0 || x < 0)) {
    store<u16>(target, 0);
    store<u8>(target, 0, 2);
    return;
  }
  const top = floor<f64>(y);
  const left = floor<f64>(x);
  const upper = borderPixel(<i32>top, height, border) * width;
  const lower = borderPixel(<i32>top + 1, height, border) * width;
  const first = borderPixel(<i32>left, width, border);
  const second = borderPixel(<i32>left + 1, width, border);
  const pixel = v128.load(PIXEL);
  Corners.blend(
    i8x16.swizzle(v128.load32_zero(source + <usize>(upper + first) * 3), pixel),
    i8x16.swizzle(v128.load32_zero(source + <usize>(upper + second) * 3), pixel),
    i8x16.swizzle(v128.load32_zero(source + <usize>(lower + first) * 3), pixel),
    i8x16.swizzle(v128.load32_zero(source + <usize>(lower + second) * 3), pixel),
    f64x2(y - top, x - left),
    target,
  );
}

/** Four pixels of RGB, each as three numbers of 32 bits. AssemblyScript inlines methods. */
class Corners {
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
