import { repeatEdges } from './repeat-edges';

/** For each group of values, its histogram over the window: 16 bytes. */
const WINDOW = memory.data(256, 16);
/** For each group of values, the column for which its histogram was computed last (i32). */
const SUMMED = memory.data(64, 16);
/** A column further away than the width of any window. */
const NEVER: i32 = -256;
/** Cumulative sums, after a byte that is 0. */
const SUMS = memory.data(32, 16);

/**
 * The median of square windows of RGB, whose side is 3 to 15 pixels. Each column of the window has a histogram of 16 groups of values, and
 * one of the 16 values of each group; each of them is a vector of 16 bytes.
 *
 * @param room Memory for the image with `size - 1` more rows and columns, and 288 bytes for each of its columns.
 * @see Perreault and Hébert 2007, "Median filtering in constant time".
 */
export function medianCounted(
  source: usize,
  height: i32,
  width: i32,
  size: i32,
  room: usize,
  target: usize,
): void {
  const radius = size >> 1;
  const columns = <usize>(width + 2 * radius);
  const stride = 3 * columns;
  repeatEdges(source, height, width, radius, room);
  const counts = (room + stride * <usize>(height + 2 * radius) + 31) & ~15;
  for (let channel: usize = 0; channel < 3; channel++) {
    memory.fill(counts, 0, 17 * 16 * columns);
    let leaving = room + channel;
    let entering = leaving;
    for (let row = 1; row < size; row++, entering += stride) addRow(entering, columns, counts, 1);
    let pixels = target + channel;
    for (let row = 0; row < height; row++) {
      addRow(entering, columns, counts, 1);
      medianRow(counts, columns, size, width, pixels);
      addRow(leaving, columns, counts, -1);
      leaving += stride;
      entering += stride;
      pixels += 3 * <usize>width;
    }
  }
}

/**
 * Adds a row to the histograms of its columns, or removes it.
 *
 * @param counts For each column a histogram of the groups, then for each group and column a histogram of its values.
 * @param change 1 or -1.
 */
function addRow(pixels: usize, columns: usize, counts: usize, change: i32): void {
  const fine = counts + 16 * columns;
  for (let at: usize = 0; at < 16 * columns; at += 16, pixels += 3) {
    const value = <usize>load<u8>(pixels);
    const group = value >> 4;
    const ofGroup = counts + at + group;
    const ofValue = fine + 16 * columns * group + at + (value & 15);
    store<u8>(ofGroup, load<u8>(ofGroup) + change);
    store<u8>(ofValue, load<u8>(ofValue) + change);
  }
}

function medianRow(counts: usize, columns: usize, size: i32, width: i32, target: usize): void {
  const half = (size * size) >> 1;
  const halves = i8x16.splat(<i8>half);
  const reach: usize = 16 * <usize>(size - 1);
  let groups = i8x16.splat(0);
  for (let at: usize = 0; at < reach; at += 16) groups = i8x16.add(groups, v128.load(counts + at));
  for (let group: usize = 0; group < 64; group += 4) store<i32>(SUMMED + group, NEVER);
  for (let column = 0; column < width; column++, target += 3) {
    const at = counts + 16 * <usize>column;
    groups = i8x16.add(groups, v128.load(at + reach));
    const sums = Sums.of(groups);
    const group = Sums.first(sums, halves);
    v128.store(SUMS, sums, 1);
    const left = half - <i32>load<u8>(SUMS + group);
    const fine = sumGroup(at + 16 * columns * (group + 1), group, column, size);
    const value = Sums.first(Sums.of(fine), i8x16.splat(<i8>left));
    store<u8>(target, (group << 4) | value);
    groups = i8x16.sub(groups, v128.load(at));
  }
}

/** The histogram of one group over the window at a column: the last one is moved, or computed anew if its column is far away. */
function sumGroup(at: usize, group: usize, column: i32, size: i32): v128 {
  const window = WINDOW + 16 * group;
  const reach: usize = 16 * <usize>(size - 1);
  const summed = load<i32>(SUMMED + 4 * group);
  let sums = v128.load(window);
  if (column - summed > size >> 1) {
    sums = i8x16.splat(0);
    for (let next: usize = 0; next <= reach; next += 16)
      sums = i8x16.add(sums, v128.load(at + next));
  } else {
    let leaving = at - 16 * <usize>(column - summed);
    for (; leaving < at; leaving += 16) {
      sums = i8x16.sub(sums, v128.load(leaving));
      sums = i8x16.add(sums, v128.load(leaving + reach + 16));
    }
  }
  v128.store(window, sums);
  store<i32>(SUMMED + 4 * group, column);
  return sums;
}

/** AssemblyScript inlines methods. */
class Sums {
  /** The cumulative sums of 16 counts. */
  @inline
  static of(counts: v128): v128 {
    const zero = i8x16.splat(0);
    let sums = i8x16.add(
      counts,
      i8x16.shuffle(zero, counts, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
    );
    sums = i8x16.add(
      sums,
      i8x16.shuffle(zero, sums, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
    );
    sums = i8x16.add(
      sums,
      i8x16.shuffle(zero, sums, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27),
    );
    return i8x16.add(
      sums,
      i8x16.shuffle(zero, sums, 0, 0, 0, 0, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23),
    );
  }

  /** The first sum above a rank. */
  @inline
  static first(sums: v128, rank: v128): usize {
    return <usize>ctz(i8x16.bitmask(i8x16.gt_u(sums, rank)));
  }
}
