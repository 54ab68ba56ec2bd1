import { FOUR_PIXELS, FOUR_REVERSED, PACKED_PIXELS, REVERSED_PIXELS } from './pixel-order';

/** Reverses rows of RGB. Reads and writes 1 byte after the source and the target. */
export function reverseRows(source: usize, rows: i32, width: i32, target: usize): void {
  const order = v128.load(REVERSED_PIXELS);
  const length = 3 * <usize>width;
  for (let row = 0; row < rows; row++, source += length) {
    const end = target + length;
    let from = source + length;
    for (; target + 15 <= end; target += 15) {
      from -= 15;
      v128.store(target, i8x16.swizzle(v128.load(from), order));
    }
    for (; target < end; target += 3) {
      from -= 3;
      store<u32>(target, load<u32>(from));
    }
  }
}

/**
 * Writes pixels of RGB row by row, which it reads in steps. Reads up to 4 bytes after the source, and writes 1 byte after the target.
 *
 * @param rowStep The bytes from a pixel to the one below it in the target; `columnStep` to the one on its right. They may be negative.
 */
export function gatherPixels(
  source: usize,
  rowStep: i32,
  columnStep: i32,
  rows: i32,
  columns: i32,
  target: usize,
): void {
  const length = 3 * <usize>columns;
  let row = 0;
  if (rowStep === 3 || rowStep === -3) {
    for (; row + 4 <= rows; row += 4, source += 4 * rowStep, target += 4 * length)
      gatherFourRows(source, rowStep, columnStep, columns, target);
  }
  for (; row < rows; row++, source += rowStep) {
    let from = source;
    for (let column = 0; column < columns; column++, from += columnStep, target += 3) {
      store<u32>(target, load<u32>(from));
    }
  }
}

/** Four rows of the target, whose pixels are neighbours in the source, in blocks of 4 x 4 pixels. Writes nothing after them. */
function gatherFourRows(
  source: usize,
  rowStep: i32,
  columnStep: i32,
  columns: i32,
  target: usize,
): void {
  const length = 3 * <usize>columns;
  const order = v128.load(rowStep > 0 ? FOUR_PIXELS : FOUR_REVERSED);
  const start = rowStep > 0 ? 0 : 9;
  let from = source;
  let column = 0;
  for (; column + 4 <= columns; column += 4, from += 4 * columnStep, target += 12) {
    const block = from - start;
    const first = i8x16.swizzle(v128.load(block), order);
    const second = i8x16.swizzle(v128.load(block + columnStep), order);
    const third = i8x16.swizzle(v128.load(block + 2 * columnStep), order);
    const fourth = i8x16.swizzle(v128.load(block + 3 * columnStep), order);
    const upper = i32x4.shuffle(first, second, 0, 4, 1, 5);
    const upperNext = i32x4.shuffle(third, fourth, 0, 4, 1, 5);
    const lower = i32x4.shuffle(first, second, 2, 6, 3, 7);
    const lowerNext = i32x4.shuffle(third, fourth, 2, 6, 3, 7);
    Block.store(target, i64x2.shuffle(upper, upperNext, 0, 2));
    Block.store(target + length, i64x2.shuffle(upper, upperNext, 1, 3));
    Block.store(target + 2 * length, i64x2.shuffle(lower, lowerNext, 0, 2));
    Block.store(target + 3 * length, i64x2.shuffle(lower, lowerNext, 1, 3));
  }
  for (; column < columns; column++, from += columnStep, target += 3) {
    for (let row = 0; row < 4; row++) {
      const pixel = from + row * rowStep;
      const to = target + <usize>row * length;
      store<u16>(to, load<u16>(pixel));
      store<u8>(to, load<u8>(pixel, 2), 2);
    }
  }
}

/** AssemblyScript inlines methods. */
class Block {
  /** Stores four pixels, and nothing after them. */
  @inline
  static store(target: usize, pixels: v128): void {
    const packed = i8x16.swizzle(pixels, v128.load(PACKED_PIXELS));
    v128.store64_lane(target, packed, 0);
    v128.store32_lane(target, packed, 2, 8);
  }
}
