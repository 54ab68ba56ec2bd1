import type { ColumnHistograms } from './column-histograms.ts';

/** The sums of the column histograms under the window, brought up to date only where they are looked at. */
export interface WindowHistogram {
  readonly columns: ColumnHistograms;
  readonly size: number;
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** Up to which image column each group of 16 values of `fine` is valid. */
  readonly validAt: Int32Array;
}

const NEVER = -0x10000000;
/** Multiplying by it turns the four counts of a word into running totals. */
const RUNNING = 0x01010101;

export function createWindowHistogram(columns: ColumnHistograms, size: number): WindowHistogram {
  return {
    columns,
    size,
    coarse: new Int32Array(4),
    fine: new Int32Array(64),
    validAt: new Int32Array(16),
  };
}

/** Forgets the sums: the column histograms have changed. */
export function resetWindow({ validAt }: WindowHistogram): void {
  validAt.fill(NEVER);
}

/**
 * Writes the median of each window of a row whose median can be other than 0.
 *
 * @param row From the row's first value of the channel on; every `step`-th is written.
 */
export function medianRow(window: WindowHistogram, row: Uint8Array, step: number): void {
  const { columns, size, coarse } = window;
  const { zeros, coarse: from } = columns;
  const half = (size * size) >> 1;
  let black = 0;
  for (let column = 0; column < size; column++) black += zeros[column]!;
  let [a, b, c, d] = [0, 0, 0, 0];
  let validAt = NEVER;
  for (let column = 0, at = 0; at < row.length; column++, at += step) {
    black += zeros[column + size]! - zeros[column]!;
    if (black > half) continue;
    const leaving = column * 4;
    const entering = leaving + size * 4;
    if (validAt !== column - 1) {
      sumColumns(window, leaving);
      [a, b, c, d] = [coarse[0]!, coarse[1]!, coarse[2]!, coarse[3]!];
    }
    a = (a + from[entering]! - from[leaving]!) | 0;
    b = (b + from[entering + 1]! - from[leaving + 1]!) | 0;
    c = (c + from[entering + 2]! - from[leaving + 2]!) | 0;
    d = (d + from[entering + 3]! - from[leaving + 3]!) | 0;
    validAt = column;
    row[at] = valueInGroup(window, column, locate(a, b, c, d, half));
  }
}

function sumColumns({ columns, size, coarse }: WindowHistogram, start: number): void {
  coarse.fill(0);
  for (let at = start; at < start + size * 4; at++) coarse[at & 3]! += columns.coarse[at]!;
}

/** The value at a place that `locate` found in the coarse sums. */
function valueInGroup(
  { columns, size, fine, validAt }: WindowHistogram,
  column: number,
  place: number,
): number {
  const from = columns.fine;
  const group = place & 15;
  const at = group * 4;
  const start = group * columns.offsets.length * 4;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let leaving = start + column * 4;
  const end = leaving + size * 4 + 4;
  let entering = leaving + 4;
  const age = column - validAt[group]!;
  if (age <= size >> 1) {
    a = fine[at]!;
    b = fine[at + 1]!;
    c = fine[at + 2]!;
    d = fine[at + 3]!;
    entering = end - age * 4;
    for (leaving = entering - size * 4; entering < end; leaving += 4, entering += 4) {
      a = (a + from[entering]! - from[leaving]!) | 0;
      b = (b + from[entering + 1]! - from[leaving + 1]!) | 0;
      c = (c + from[entering + 2]! - from[leaving + 2]!) | 0;
      d = (d + from[entering + 3]! - from[leaving + 3]!) | 0;
    }
  } else {
    for (; entering < end; entering += 4) {
      a = (a + from[entering]!) | 0;
      b = (b + from[entering + 1]!) | 0;
      c = (c + from[entering + 2]!) | 0;
      d = (d + from[entering + 3]!) | 0;
    }
  }
  fine[at] = a;
  fine[at + 1] = b;
  fine[at + 2] = c;
  fine[at + 3] = d;
  validAt[group] = column;
  return group * 16 + (locate(a, b, c, d, place >> 4) & 15);
}

/** In which of the 16 counts of four words a rank falls, and the rank within that bin times 16. */
function locate(a: number, b: number, c: number, d: number, rank: number): number {
  let left = rank;
  let bin = 0;
  let totals = Math.imul(a, RUNNING);
  if (totals >>> 24 <= left) {
    left -= totals >>> 24;
    bin = 4;
    totals = Math.imul(b, RUNNING);
    if (totals >>> 24 <= left) {
      left -= totals >>> 24;
      bin = 8;
      totals = Math.imul(c, RUNNING);
      if (totals >>> 24 <= left) {
        left -= totals >>> 24;
        bin = 12;
        totals = Math.imul(d, RUNNING);
      }
    }
  }
  const first = totals & 255;
  if (first > left) return bin | (left << 4);
  const second = (totals >>> 8) & 255;
  if (second > left) return (bin + 1) | ((left - first) << 4);
  const third = (totals >>> 16) & 255;
  return third > left ? (bin + 2) | ((left - second) << 4) : (bin + 3) | ((left - third) << 4);
}
