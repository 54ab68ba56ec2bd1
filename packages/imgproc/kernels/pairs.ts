import { lengthOf, valueAfter } from './block';
import { lookupAt, pairsAt, skipsAt } from './layout';
import { END_OF_BLOCK, symbolOf } from './lookup';

/** Codes of AC coefficients are looked up two and more at a time, by this many bits. */
export const PAIR_BITS: i32 = 12;
const SIZE: u32 = 1 << PAIR_BITS;
const LAST: i32 = 63;

/**
 * Makes the lookup of pairs of an AC table, 4 to 7. For the next 12 bits it has 8 bytes: the bits of both codes and their values; the
 * coefficients up to and with the first one (a zero run and one, or `END_OF_BLOCK`); those up to and with the second one; both values.
 * Where the bits hold one code only, the second one repeats the first. All are 0 where they hold none.
 *
 * @param largest Larger values are left out.
 */
export function makePairs(table: usize, largest: i32): void {
  const lookup = lookupAt(table);
  const pairs = pairsAt(table - 4);
  for (let index: u32 = 0; index < SIZE; index++) {
    store<u64>(
      pairs + ((<usize>index) << 3),
      pairOf(lookup, (<u64>index) << (64 - PAIR_BITS), largest),
    );
  }
}

function pairOf(lookup: usize, next: u64, largest: i32): u64 {
  const first = symbolOf(lookup, <i32>(next >> 48));
  const length = lengthOf(first);
  if (first === 0 || length > PAIR_BITS) return 0;
  const value = valueAfter(next, first);
  if (abs(value) > largest) return 0;
  const step = stepOf(first);
  if (step < END_OF_BLOCK) {
    const rest = next << length;
    const second = symbolOf(lookup, <i32>(rest >> 48));
    const both = length + lengthOf(second);
    const valueOfSecond = valueAfter(rest, second);
    if (second !== 0 && both <= PAIR_BITS && abs(valueOfSecond) <= largest)
      return entry(both, step, step + stepOf(second), value, valueOfSecond);
  }
  return entry(length, step, step, value, value);
}

function entry(length: i32, step: i32, steps: i32, value: i32, second: i32): u64 {
  const values = ((<u64>(<u16>value)) << 32) | ((<u64>(<u16>second)) << 48);
  return values | (<u64>(length | (step << 8) | (steps << 16)));
}

/** The coefficients up to and with that of a code. */
export function stepOf(code: i32): i32 {
  const run = (code & 255) >> 4;
  return (code & 15) === 0 && run !== 15 ? END_OF_BLOCK : run + 1;
}

/**
 * Makes the lookup with which coefficients of an AC table, 4 to 7, are skipped. For the next 12 bits it has 2 bytes: the bits of all codes that begin in them,
 * with their values, and the number of coefficients.
 */
export function makeSkips(table: usize): void {
  const lookup = lookupAt(table);
  const skips = skipsAt(table - 4);
  for (let index: u32 = 0; index < SIZE; index++) {
    store<u16>(
      skips + ((<usize>index) << 1),
      <u16>skipOf(lookup, (<u64>index) << (64 - PAIR_BITS)),
    );
  }
}

function skipOf(lookup: usize, next: u64): i32 {
  let length = 0;
  let steps = 0;
  while (length < PAIR_BITS && steps < END_OF_BLOCK) {
    const code = symbolOf(lookup, <i32>(next >> 48));
    const step = stepOf(code);
    const isComplete = code !== 0 && length + (code >> 8) <= PAIR_BITS;
    if (!isComplete || (step < END_OF_BLOCK && steps + step > LAST)) break;
    next <<= lengthOf(code);
    length += lengthOf(code);
    steps += step;
  }
  return length | (steps << 8);
}
