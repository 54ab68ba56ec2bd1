import { REVERSED_PIXELS } from './pixel-order';

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
 * Writes pixels of RGB row by row, which it reads in steps. Reads and writes 1 byte after the source and the target.
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
  for (let row = 0; row < rows; row++, source += rowStep) {
    let from = source;
    for (let column = 0; column < columns; column++, from += columnStep, target += 3) {
      store<u32>(target, load<u32>(from));
    }
  }
}
