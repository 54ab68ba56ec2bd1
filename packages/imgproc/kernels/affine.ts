import { borderCoordinate, borderPixel, CONSTANT } from './border';
import { NEXT_PIXEL, PIXEL } from './pixel-order';

/** Where the sum in single precision is as near as this to another byte, it is computed in double precision. The error is less than half of it. */
const DOUBT: f32 = 0.000244140625;

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
  const rowByColumn = load<f64>(matrix, 8);
  const columnByColumn = load<f64>(matrix, 32);
  const lastRow = <f64>(height - 1);
  const lastColumn = <f64>(width - 1);
  const pixel = v128.load(PIXEL);
  const nextPixel = v128.load(NEXT_PIXEL);
  const stride = 3 * <usize>width;
  for (let r = 0; r < height; r++) {
    const rowStart = load<f64>(matrix) * r + load<f64>(matrix, 16);
    const columnStart = load<f64>(matrix, 24) * r + load<f64>(matrix, 40);
    for (let c = 0; c < width; c++, target += 3) {
      const row = rowStart + rowByColumn * c;
      const column = columnStart + columnByColumn * c;
      if (row >= 0 && row < lastRow && column >= 0 && column < lastColumn) {
        const top = <i32>row;
        const left = <i32>column;
        const at = source + <usize>(top * width + left) * 3;
        const upper = v128.load64_zero(at);
        const lower = v128.load64_zero(at + stride);
        Corners.blend(
          i8x16.swizzle(upper, pixel),
          i8x16.swizzle(upper, nextPixel),
          i8x16.swizzle(lower, pixel),
          i8x16.swizzle(lower, nextPixel),
          row - top,
          column - left,
          target,
        );
      } else {
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
    y - top,
    x - left,
    target,
  );
}

/** Four pixels of RGB, each as three numbers of 32 bits. AssemblyScript inlines methods. */
class Corners {
  /** Writes their weighted sum. */
  @inline
  static blend(
    first: v128,
    second: v128,
    third: v128,
    fourth: v128,
    down: f64,
    right: f64,
    target: usize,
  ): void {
    const d = <f32>down;
    const r = <f32>right;
    const upper = f32x4.add(
      f32x4.mul(f32x4.convert_i32x4_s(first), f32x4.splat((1 - d) * (1 - r))),
      f32x4.mul(f32x4.convert_i32x4_s(second), f32x4.splat((1 - d) * r)),
    );
    const lower = f32x4.add(
      f32x4.mul(f32x4.convert_i32x4_s(third), f32x4.splat(d * (1 - r))),
      f32x4.mul(f32x4.convert_i32x4_s(fourth), f32x4.splat(d * r)),
    );
    const sum = f32x4.add(f32x4.add(upper, lower), f32x4.splat(0.5));
    const whole = i32x4.trunc_sat_f32x4_s(sum);
    const part = f32x4.sub(sum, f32x4.convert_i32x4_s(whole));
    const isDoubtful = v128.or(
      f32x4.lt(part, f32x4.splat(DOUBT)),
      f32x4.gt(part, f32x4.splat(1 - DOUBT)),
    );
    if (v128.any_true(isDoubtful)) {
      blendExactly(first, second, third, fourth, down, right, target);
      return;
    }
    const halves = i16x8.narrow_i32x4_s(whole, whole);
    v128.store32_lane(target, i8x16.narrow_i16x8_u(halves, halves), 0);
  }
}

/** The same in double precision, with the operations of the package's code in the same order. */
function blendExactly(
  first: v128,
  second: v128,
  third: v128,
  fourth: v128,
  down: f64,
  right: f64,
  target: usize,
): void {
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
