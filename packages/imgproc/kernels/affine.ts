import { borderCoordinate, borderPixel, CONSTANT, NEAREST } from './border';
import { Lanes } from './lanes';
import { PIXEL } from './pixel-order';

/** A sum in single precision that is this near to where the rounding changes is computed again in double precision. Its error is less than half of this. */
const DOUBT: f32 = 0.000244140625;
/** 2 ** 52 + 2 ** 51: the sum with a whole double has that number in its lower 32 bits. */
const ROUNDING: f64 = 6755399441055744;
/** 2 ** 23: the sum with a byte in single precision has its nearest whole number in its lower bits. */
const ROUNDING_SINGLE: f32 = 8388608;

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
  const isNearest = border === NEAREST && height > 1 && width > 1;
  for (let r = 0; r < height; r++, target += 3 * <usize>width) {
    const start = f64x2.add(f64x2.mul(byRow, f64x2.splat(r)), offset);
    let first = 0;
    let end = width;
    if (!isNearest) {
      while (first < end && !Point.isInside(start, byColumn, first, last)) first++;
      while (end > first && !Point.isInside(start, byColumn, end - 1, last)) end--;
    }
    let at = target;
    for (let c = 0; c < width; c++, at += 3) {
      if (c === first && end - first > 1) {
        resampleInside(source, height, width, start, byColumn, first, end, border, target);
        c = end - 1;
        at = target + 3 * <usize>c;
        continue;
      }
      const point = Point.at(start, byColumn, c);
      const row = f64x2.extract_lane(point, 0);
      const column = f64x2.extract_lane(point, 1);
      atEdge(source, height, width, row, column, border, at);
    }
  }
}

/** Points of the source: a row and a column. AssemblyScript inlines methods. */
class Point {
  @inline
  static at(start: v128, byColumn: v128, c: i32): v128 {
    return f64x2.add(start, f64x2.mul(byColumn, f64x2.splat(c)));
  }

  /** Whether the four pixels around a point are within the image. If they are for two columns, they are for those between, as sums are monotonic. */
  @inline
  static isInside(start: v128, byColumn: v128, c: i32, last: v128): bool {
    const point = Point.at(start, byColumn, c);
    return i64x2.all_true(v128.and(f64x2.ge(point, f64x2.splat(0)), f64x2.lt(point, last)));
  }
}

/**
 * Resamples at least two pixels of a row, two at once, whose points are within the image, or at its nearest edge. A point on the last row or
 * column counts as one after the last but one.
 *
 * @param target The row.
 */
function resampleInside(
  source: usize,
  height: i32,
  width: i32,
  start: v128,
  byColumn: v128,
  first: i32,
  end: i32,
  border: i32,
  target: usize,
): void {
  const startRow = i64x2.shuffle(start, start, 0, 0);
  const startColumn = i64x2.shuffle(start, start, 1, 1);
  const stepRow = i64x2.shuffle(byColumn, byColumn, 0, 0);
  const stepColumn = i64x2.shuffle(byColumn, byColumn, 1, 1);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const lastRow = f64x2.splat(<f64>(height - 1));
  const lastColumn = f64x2.splat(<f64>(width - 1));
  const cornerRow = f64x2.sub(lastRow, one);
  const cornerColumn = f64x2.sub(lastColumn, one);
  const bytes = f64x2.splat(3);
  const rowBytes = f64x2.splat(<f64>(3 * width));
  const rounding = f64x2.splat(ROUNDING);
  const stride = 3 * <usize>width;
  for (let c = first; c < end; c += 2) {
    if (c === end - 1) c--; // the last two
    const columns = f64x2(<f64>c, <f64>(c + 1));
    const anyRow = f64x2.add(startRow, f64x2.mul(stepRow, columns));
    const anyColumn = f64x2.add(startColumn, f64x2.mul(stepColumn, columns));
    const row = f64x2.pmax(zero, f64x2.pmin(lastRow, anyRow));
    const column = f64x2.pmax(zero, f64x2.pmin(lastColumn, anyColumn));
    const top = f64x2.pmin(cornerRow, f64x2.floor(row));
    const left = f64x2.pmin(cornerColumn, f64x2.floor(column));
    const offset = f64x2.add(f64x2.mul(top, rowBytes), f64x2.mul(left, bytes));
    const whole = f64x2.add(offset, rounding);
    const down = f32x4.demote_f64x2_zero(f64x2.sub(row, top));
    const right = f32x4.demote_f64x2_zero(f64x2.sub(column, left));
    const at = source + <usize>i32x4.extract_lane(whole, 0);
    const next = source + <usize>i32x4.extract_lane(whole, 2);
    const value = Corners.value(
      at,
      stride,
      i32x4.shuffle(down, down, 0, 0, 0, 0),
      i32x4.shuffle(right, right, 0, 0, 0, 0),
    );
    const nextValue = Corners.value(
      next,
      stride,
      i32x4.shuffle(down, down, 1, 1, 1, 1),
      i32x4.shuffle(right, right, 1, 1, 1, 1),
    );
    const sum = f32x4.add(value, f32x4.splat(ROUNDING_SINGLE));
    const nextSum = f32x4.add(nextValue, f32x4.splat(ROUNDING_SINGLE));
    const to = target + 3 * <usize>c;
    if (
      v128.any_true(v128.or(Corners.isInDoubt(value, sum), Corners.isInDoubt(nextValue, nextSum)))
    ) {
      atEdge(
        source,
        height,
        width,
        f64x2.extract_lane(anyRow, 0),
        f64x2.extract_lane(anyColumn, 0),
        border,
        to,
      );
      atEdge(
        source,
        height,
        width,
        f64x2.extract_lane(anyRow, 1),
        f64x2.extract_lane(anyColumn, 1),
        border,
        to + 3,
      );
      continue;
    }
    const order = i8x16(0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    v128.store32_lane(to, i8x16.swizzle(sum, order), 0);
    v128.store32_lane(to + 3, i8x16.swizzle(nextSum, order), 0);
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
