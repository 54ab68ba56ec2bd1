import type { Raster } from '@sprout/core';

/** Three channels share a word, nine bits each: eight for the value and one that a subtraction can borrow from. */
const LANE = 9;
const GUARDS = (1 << 8) | (1 << (8 + LANE)) | (1 << (8 + 2 * LANE));

interface Lines {
  readonly low: Int32Array;
  readonly middle: Int32Array;
  readonly high: Int32Array;
}

/**
 * The median of windows of 3 x 3 of an RGB image, by a sorting network on three channels at once. Each column of a window
 * is sorted; the median is that of the largest low value, the median of the middle values and the smallest high value.
 *
 * @param source `[height, width, 3]`. Only read.
 * @returns The pixels, as many as those of `source`.
 */
export function medianThree(source: Raster): Uint8Array {
  const { height, width, data } = source;
  const stride = width * 3;
  const result = new Uint8Array(data.length);
  const line = () => new Int32Array(width + 2);
  const sorted = { low: line(), middle: line(), high: line() };
  let [above, here, below] = [line(), line(), line()];
  pack(above, data.subarray(0, stride));
  here.set(above);
  for (let row = 0; row < height; row++) {
    const next = Math.min(height - 1, row + 1) * stride;
    pack(below, data.subarray(next, next + stride));
    sortColumns(sorted, [above, here, below]);
    mergeColumns(result.subarray(row * stride, (row + 1) * stride), sorted);
    [above, here, below] = [here, below, above];
  }
  return result;
}

/** Packs a row into words, with its first and last pixel repeated beyond the edge. */
function pack(line: Int32Array, row: Uint8Array): void {
  const last = line.length - 1;
  for (let column = 1, at = 0; column < last; column++, at += 3) {
    line[column] = row[at]! | (row[at + 1]! << LANE) | (row[at + 2]! << (2 * LANE));
  }
  line[0] = line[1]!;
  line[last] = line[last - 1]!;
}

function sortColumns(
  { low, middle, high }: Lines,
  [above, here, below]: readonly [Int32Array, Int32Array, Int32Array],
): void {
  for (let column = 0; column < low.length; column++) {
    const first = above[column]!;
    const second = here[column]!;
    const third = below[column]!;
    const smaller = smallest(first, second);
    const larger = largest(first, second);
    const rest = smallest(larger, third);
    high[column] = largest(larger, third);
    low[column] = smallest(smaller, rest);
    middle[column] = largest(smaller, rest);
  }
}

function mergeColumns(target: Uint8Array, { low, middle, high }: Lines): void {
  for (let column = 0, at = 0; at < target.length; column++, at += 3) {
    const lows = largest(largest(low[column]!, low[column + 1]!), low[column + 2]!);
    const middles = medianOf(middle[column]!, middle[column + 1]!, middle[column + 2]!);
    const highs = smallest(smallest(high[column]!, high[column + 1]!), high[column + 2]!);
    const word = medianOf(lows, middles, highs);
    target[at] = word;
    target[at + 1] = word >> LANE;
    target[at + 2] = word >> (2 * LANE);
  }
}

/** The bits in which two words differ, in the lanes where the first is at least the second. */
function exchange(a: number, b: number): number {
  const guards = ((a | GUARDS) - b) & GUARDS;
  return (a ^ b) & (guards - (guards >> 8));
}

function smallest(a: number, b: number): number {
  return a ^ exchange(a, b);
}

function largest(a: number, b: number): number {
  return b ^ exchange(a, b);
}

function medianOf(a: number, b: number, c: number): number {
  const swap = exchange(a, b);
  return largest(a ^ swap, smallest(b ^ swap, c));
}
