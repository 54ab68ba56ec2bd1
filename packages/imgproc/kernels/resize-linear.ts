import { Lanes } from './lanes';
import { NEIGHBOURS } from './neighbours';

/**
 * Interpolates linearly between the four nearest pixels of RGB, with the rounding of OpenCV. Reads up to 5 bytes after the source, and
 * writes 1 byte after the target.
 *
 * @param rows For each row of the target: the offsets of two rows of the source, and their weights (11 bits).
 * @param columns For each column: the offset of a pixel in a row, and the weights of this and of the next pixel, 16 bits each.
 */
export function resizeLinear(
  source: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  target: usize,
): void {
  const order = v128.load(NEIGHBOURS);
  const two = i32x4.splat(2);
  const end = columns + 8 * <usize>width;
  for (let row = 0; row < height; row++, rows += 16) {
    const upper = source + load<u32>(rows);
    const lower = source + load<u32>(rows, 4);
    const upperWeight = v128.load32_splat(rows, 8);
    const lowerWeight = v128.load32_splat(rows, 12);
    for (let column = columns; column < end; column += 8, target += 3) {
      const offset = load<u32>(column);
      const weights = v128.load32_splat(column, 4);
      const aboves = i8x16.swizzle(v128.load64_zero(upper + offset), order);
      const belows = i8x16.swizzle(v128.load64_zero(lower + offset), order);
      const above = i32x4.shr_s(i32x4.dot_i16x8_s(aboves, weights), 4);
      const below = i32x4.shr_s(i32x4.dot_i16x8_s(belows, weights), 4);
      const sum = i32x4.add(
        i32x4.shr_s(i32x4.mul(above, upperWeight), 16),
        i32x4.shr_s(i32x4.mul(below, lowerWeight), 16),
      );
      Lanes.storeFour(target, i32x4.shr_s(i32x4.add(sum, two), 2));
    }
  }
}
