/**
 * Writes the pixels of RGB at the given rows and columns. Reads and writes 1 byte after the source and the target.
 *
 * @param rows The offset of each row in the source, 32 bits.
 * @param columns The offset of each column in a row, 32 bits.
 */
export function pickPixels(
  source: usize,
  rows: usize,
  height: i32,
  columns: usize,
  width: i32,
  target: usize,
): void {
  const end = columns + 4 * <usize>width;
  const length: usize = 3 * <usize>width;
  for (let row = 0; row < height; row++, rows += 4) {
    if (row > 0 && load<u32>(rows) === load<u32>(rows - 4)) {
      memory.copy(target, target - length, length);
      target += length;
      continue;
    }
    const from = source + load<u32>(rows);
    for (let column = columns; column < end; column += 4, target += 3) {
      store<u32>(target, load<u32>(from + load<u32>(column)));
    }
  }
}

/**
 * Copies rows of bytes with vectors, which is faster than `memory.copy` for rows of this length. Both steps are from one row to the next, and may
 * be negative.
 */
export function copyRows(
  source: usize,
  step: isize,
  length: usize,
  rows: i32,
  targetStep: isize,
  target: usize,
): void {
  if (length < 16) {
    for (let row = 0; row < rows; row++, source += step, target += targetStep)
      memory.copy(target, source, length);
    return;
  }
  const last = length - 16;
  for (let row = 0; row < rows; row++, source += step, target += targetStep) {
    for (let at: usize = 0; at < last; at += 16) v128.store(target + at, v128.load(source + at));
    v128.store(target + last, v128.load(source + last));
  }
}

/** Puts the channels of RGB into another order. Reads and writes up to 15 bytes after the source and the target. */
export function reorderChannels(
  source: usize,
  length: usize,
  first: i32,
  second: i32,
  third: i32,
  target: usize,
): void {
  let order = i8x16.splat(-1);
  order = i8x16.replace_lane(order, 0, <i8>first);
  order = i8x16.replace_lane(order, 1, <i8>second);
  order = i8x16.replace_lane(order, 2, <i8>third);
  const next = i8x16.add(order, i8x16.splat(3));
  order = i8x16.shuffle(order, next, 0, 1, 2, 16, 17, 18, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const two = i8x16.add(order, i8x16.splat(6));
  order = i8x16.shuffle(order, two, 0, 1, 2, 3, 4, 5, 16, 17, 18, 19, 20, 21, 12, 13, 14, 15);
  const four = i8x16.add(order, i8x16.splat(6));
  order = i8x16.shuffle(order, four, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 22, 23, 24, 15);
  const end = source + length;
  for (; source < end; source += 15, target += 15) {
    v128.store(target, i8x16.swizzle(v128.load(source), order));
  }
}

/** Adds bytes, and limits the sums to 255. Reads and writes up to 15 bytes after them. */
export function addValues(source: usize, other: usize, length: usize, target: usize): void {
  for (let at: usize = 0; at < length; at += 16) {
    v128.store(target + at, i8x16.add_sat_u(v128.load(source + at), v128.load(other + at)));
  }
}
