import { Lanes } from './lanes';
import { NEIGHBOURS } from './neighbours';

/**
 * Interpolates linearly between the four nearest pixels of RGB, with the rounding of OpenCV. Reads up to 5 bytes after the source, and
 * writes up to 7 bytes after the target.
 *
 * @param rows For each row of the target: the offsets of two rows of the source, and their weights (11 bits).
 * @param columns For each column: the offset of a pixel in a row, and the weights of this and of the next pixel, 16 bits each.
 * @param lines Memory for two rows of the target with 16 bits a value, and 16 bytes more each.
 */
export function resizeLinear(
  source: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  lines: usize,
  target: usize,
): void {
  const length: usize = 3 * <usize>width;
  let upper = lines;
  let lower = lines + 2 * length + 16;
  let upperOffset: u32 = -1;
  let lowerOffset: u32 = -1;
  for (let row = 0; row < height; row++, rows += 16, target += length) {
    const above = load<u32>(rows);
    const below = load<u32>(rows, 4);
    if (above !== upperOffset) {
      if (above === lowerOffset) {
        const line = upper;
        upper = lower;
        lower = line;
        lowerOffset = upperOffset;
      } else {
        widen(source + above, columns, width, upper);
      }
      upperOffset = above;
    }
    if (below !== lowerOffset) {
      widen(source + below, columns, width, lower);
      lowerOffset = below;
    }
    join(upper, lower, load<i32>(rows, 8), load<i32>(rows, 12), length, target);
  }
}

/** Interpolates between the pixels of a row. */
function widen(source: usize, columns: usize, width: i32, line: usize): void {
  const order = v128.load(NEIGHBOURS);
  const end = columns + 8 * <usize>width;
  for (; columns < end; columns += 8, line += 6) {
    const pixels = i8x16.swizzle(v128.load64_zero(source + load<u32>(columns)), order);
    const sums = i32x4.shr_s(i32x4.dot_i16x8_s(pixels, v128.load32_splat(columns, 4)), 4);
    v128.store64_lane(line, i16x8.narrow_i32x4_s(sums, sums), 0);
  }
}

/** Interpolates between two rows. */
function join(
  upper: usize,
  lower: usize,
  upperWeight: i32,
  lowerWeight: i32,
  length: usize,
  target: usize,
): void {
  const up = i16x8.splat(<i16>upperWeight);
  const down = i16x8.splat(<i16>lowerWeight);
  const two = i32x4.splat(2);
  for (let at: usize = 0; at < length; at += 8) {
    const above = v128.load(upper + 2 * at);
    const below = v128.load(lower + 2 * at);
    const first = i32x4.add(
      i32x4.shr_s(i32x4.extmul_low_i16x8_s(above, up), 16),
      i32x4.shr_s(i32x4.extmul_low_i16x8_s(below, down), 16),
    );
    const second = i32x4.add(
      i32x4.shr_s(i32x4.extmul_high_i16x8_s(above, up), 16),
      i32x4.shr_s(i32x4.extmul_high_i16x8_s(below, down), 16),
    );
    Lanes.storeEight(
      target + at,
      i32x4.shr_s(i32x4.add(first, two), 2),
      i32x4.shr_s(i32x4.add(second, two), 2),
    );
  }
}
