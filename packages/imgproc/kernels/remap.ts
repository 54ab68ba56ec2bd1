import { borderIndex } from './border';
import { Lanes } from './lanes';
import { NEIGHBOURS } from './neighbours';

/**
 * Resamples a row of RGB bilinearly at points in 32nds of a pixel, with the rounding of OpenCV. Reads up to 2 bytes after the source, and
 * writes 1 byte after the target.
 *
 * @param x For each pixel: the column of its point, 32 bits. `y` likewise: the row.
 */
export function remapRow(
  source: usize,
  height: i32,
  width: i32,
  x: usize,
  y: usize,
  border: i32,
  target: usize,
): void {
  const order = v128.load(NEIGHBOURS);
  const half = i32x4.splat(512);
  const stride = 3 * <usize>width;
  const end = x + 4 * <usize>width;
  for (; x < end; x += 4, y += 4, target += 3) {
    const column = load<i32>(x);
    const row = load<i32>(y);
    const left = column >> 5;
    const top = row >> 5;
    const right = column & 31;
    const down = row & 31;
    if (<u32>left < <u32>(width - 1) && <u32>top < <u32>(height - 1)) {
      const at = source + <usize>(top * width + left) * 3;
      const weights = i32x4.splat((32 - right) | (right << 16));
      const above = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(at), order), weights);
      const below = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(at + stride), order), weights);
      const sum = i32x4.add(
        i32x4.mul(above, i32x4.splat(32 - down)),
        i32x4.mul(below, i32x4.splat(down)),
      );
      Lanes.storeFour(target, i32x4.shr_s(i32x4.add(sum, half), 10));
    } else {
      const x0 = borderIndex(left, width, border);
      const x1 = borderIndex(left + 1, width, border);
      const y0 = borderIndex(top, height, border);
      const y1 = borderIndex(top + 1, height, border);
      for (let channel = 0; channel < 3; channel++) {
        const start = source + channel;
        const above =
          valueAt(start, width, y0, x0) * (32 - right) + valueAt(start, width, y0, x1) * right;
        const below =
          valueAt(start, width, y1, x0) * (32 - right) + valueAt(start, width, y1, x1) * right;
        store<u8>(target + channel, (above * (32 - down) + below * down + 512) >> 10);
      }
    }
  }
}

/** 2 ** 52 + 2 ** 51: the sum with a whole double has that number in its lower 32 bits. */
const ROUNDING: f64 = 6755399441055744;

/**
 * Writes the coordinates of a row of displaced points, in 32nds of a pixel: those of `elasticPoints` of the package, along one axis. Reads and
 * writes up to 3 numbers after the row.
 *
 * @param field For each pixel its displacement (f32), from -128 to 127, which stand for `-alpha` and `alpha` pixels.
 * @param start The coordinate of the first pixel of the row. The others follow it at distances of `step`.
 */
export function displacePoints(
  field: usize,
  count: usize,
  alpha: f64,
  start: f64,
  step: f64,
  target: usize,
): void {
  const factor = f64x2.splat(alpha);
  const steps = f64x2.splat(4 * step);
  let first = f64x2(start, start + step);
  let second = f64x2(start + 2 * step, start + 3 * step);
  const end = field + 4 * count;
  for (; field < end; field += 16, target += 16) {
    const low = Displaced.pair(field, factor, first);
    const high = Displaced.pair(field + 8, factor, second);
    v128.store(target, i32x4.shuffle(low, high, 0, 2, 4, 6));
    first = f64x2.add(first, steps);
    second = f64x2.add(second, steps);
  }
}

/**
 * Writes the coordinates of a row of points in perspective, in 32nds of a pixel: those of `perspectivePoints` of the package. Writes up to one more
 * number after each of the rows.
 *
 * @param startX The numerator of the column of the first point, which grows by `stepX` from one to the next; the others likewise.
 */
export function projectPoints(
  startX: f64,
  stepX: f64,
  startY: f64,
  stepY: f64,
  startW: f64,
  stepW: f64,
  count: i32,
  x: usize,
  y: usize,
): void {
  const one = f64x2.splat(1);
  for (let column = 0; column < count; column += 2, x += 8, y += 8) {
    const columns = f64x2(<f64>column, <f64>(column + 1));
    const scale = f64x2.div(one, Projected.along(startW, stepW, columns));
    Projected.store(x, f64x2.mul(Projected.along(startX, stepX, columns), scale));
    Projected.store(y, f64x2.mul(Projected.along(startY, stepY, columns), scale));
  }
}

/** AssemblyScript inlines methods. */
class Projected {
  @inline
  static along(start: f64, step: f64, columns: v128): v128 {
    return f64x2.add(f64x2.splat(start), f64x2.mul(f64x2.splat(step), columns));
  }

  /** Stores two coordinates in steps. */
  @inline
  static store(target: usize, places: v128): void {
    const inSteps = f64x2.add(f64x2.mul(places, f64x2.splat(32)), f64x2.splat(ROUNDING));
    v128.store64_lane(target, i32x4.shuffle(inSteps, inSteps, 0, 2, 0, 2), 0);
  }
}

/** AssemblyScript inlines methods. */
class Displaced {
  /** Two coordinates in steps, each in the lower half of 64 bits. */
  @inline
  static pair(field: usize, alpha: v128, places: v128): v128 {
    const value = f64x2.promote_low_f32x4(v128.load64_zero(field));
    const unit = f64x2.mul(f64x2.add(value, f64x2.splat(0.5)), f64x2.splat(1 / 128));
    const place = f32x4.demote_f64x2_zero(f64x2.add(places, f64x2.mul(alpha, unit)));
    const inSteps = f64x2.mul(f64x2.promote_low_f32x4(place), f64x2.splat(32));
    return f64x2.add(inSteps, f64x2.splat(ROUNDING));
  }
}

function valueAt(source: usize, width: i32, row: i32, column: i32): i32 {
  return row < 0 || column < 0 ? 0 : load<u8>(source + <usize>(row * width + column) * 3);
}
