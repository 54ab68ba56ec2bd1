import { borderCoordinate, borderPixel, CONSTANT, NEAREST } from './border';
import { Corners, ROUNDING_SINGLE } from './corners';
import { PIXEL } from './pixel-order';

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
