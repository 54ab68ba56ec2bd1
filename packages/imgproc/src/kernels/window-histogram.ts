import type { ColumnHistograms } from './column-histograms.ts';

/** The sums of the column histograms over the window. Each group of values is updated only when it is read. */
export interface WindowHistogram {
  readonly columns: ColumnHistograms;
  readonly size: number;
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** For each group of 16 values of `fine`, the image column that it was last summed for. */
  readonly validAt: Int32Array;
}

const NEVER = -0x10000000;
/** Multiplying a word by this number turns its four counts into their cumulative sums. */
const CUMULATIVE = 0x01010101;

/** A histogram that `medianRow` fills. */
export function createWindowHistogram(columns: ColumnHistograms, size: number): WindowHistogram {
  return {
    columns,
    size,
    coarse: new Int32Array(4),
    fine: new Int32Array(64),
    validAt: new Int32Array(16),
  };
}

/**
 * Writes the median of each window of a row. Windows with the median 0 are skipped: the row must be cleared before.
 *
 * @param row The rest of the row from its first value of the channel. Every `step`-th value is written.
 */
export function medianRow(window: WindowHistogram, row: Uint8Array, step: number): void {
  const { columns, size, coarse, validAt } = window;
  const { zeros } = columns;
  const half = (size * size) >> 1;
  let black = 0;
  let summedAt = NEVER;
  validAt.fill(NEVER);
  for (let column = 0; column < size; column++) black += zeros[column]!;
  for (let column = 0, at = 0; at < row.length; column++, at += step) {
    black += zeros[column + size]! - zeros[column]!;
    if (black > half) continue;
    if (summedAt !== column - 1) sumColumns(window, column * 4);
    slide(coarse, columns.coarse, { at: 0, leaving: column * 4, size });
    summedAt = column;
    row[at] = valueInGroup(window, column, locate(coarse, 0, half));
  }
}

function sumColumns({ columns, size, coarse }: WindowHistogram, start: number): void {
  coarse.fill(0);
  for (let at = start; at < start + size * 4; at++) coarse[at & 3]! += columns.coarse[at]!;
}

/** The value of a pixel whose coarse bin and rank in it `locate` found. */
function valueInGroup(window: WindowHistogram, column: number, found: number): number {
  const { columns, size, fine, validAt } = window;
  const group = found & 15;
  const at = group * 4;
  const start = group * columns.offsets.length * 4;
  let valid = validAt[group]!;
  if (column - valid > size >> 1) {
    count(fine, columns.fine, { at, first: start + (column + 1) * 4, size });
  } else {
    while (valid++ < column) slide(fine, columns.fine, { at, leaving: start + valid * 4, size });
  }
  validAt[group] = column;
  return group * 16 + (locate(fine, at, found >> 4) & 15);
}

/** Adds the column that enters the window to four words of sums, and subtracts the column that leaves. */
function slide(
  sums: Int32Array,
  columns: Int32Array,
  { at, leaving, size }: { readonly at: number; readonly leaving: number; readonly size: number },
): void {
  const entering = leaving + size * 4;
  sums[at]! += columns[entering]! - columns[leaving]!;
  sums[at + 1]! += columns[entering + 1]! - columns[leaving + 1]!;
  sums[at + 2]! += columns[entering + 2]! - columns[leaving + 2]!;
  sums[at + 3]! += columns[entering + 3]! - columns[leaving + 3]!;
}

/** Sums four words over all columns of the window. */
function count(
  sums: Int32Array,
  columns: Int32Array,
  { at, first, size }: { readonly at: number; readonly first: number; readonly size: number },
): void {
  const end = first + size * 4;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let word = first; word < end; word += 4) {
    a = (a + columns[word]!) | 0;
    b = (b + columns[word + 1]!) | 0;
    c = (c + columns[word + 2]!) | 0;
    d = (d + columns[word + 3]!) | 0;
  }
  sums[at] = a;
  sums[at + 1] = b;
  sums[at + 2] = c;
  sums[at + 3] = d;
}

/** Finds the bin of a rank among the 16 counts of four words: `bin + 16 * rank within the bin`. */
function locate(words: Int32Array, at: number, rank: number): number {
  let left = rank;
  let word = at;
  let totals = Math.imul(words[word]!, CUMULATIVE);
  while (totals >>> 24 <= left) {
    left -= totals >>> 24;
    totals = Math.imul(words[++word]!, CUMULATIVE);
  }
  const bin = (word - at) * 4;
  const first = totals & 255;
  if (first > left) return bin | (left << 4);
  const second = (totals >>> 8) & 255;
  if (second > left) return (bin + 1) | ((left - first) << 4);
  const third = (totals >>> 16) & 255;
  return third > left ? (bin + 2) | ((left - second) << 4) : (bin + 3) | ((left - third) << 4);
}
