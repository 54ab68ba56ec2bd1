import { lengthOf, valueAfter } from './block';
import { lookupAt, pairsAt, skipsAt } from './layout';
import { END_OF_BLOCK, symbolOf } from './lookup';

/** Codes of AC coefficients are looked up two and more at a time, by this many bits. */
export const PAIR_BITS: i32 = 12;
const SIZE: u32 = 1 << PAIR_BITS;
const LAST: i32 = 63;

/** A number of coefficients that leads out of every block. It says that the lookup has no code for the next bits. */
const NOT_THERE: i32 = 192;
/** The largest values that an entry can hold. */
export const LARGEST_FIRST: i32 = 63;
const LARGEST_SECOND: i32 = 31;

/**
 * Makes the lookup of pairs of an AC table, 4 to 7. An entry has, for the next 12 bits: the number of bits of both codes and their
 * values (6 bits); the number of coefficients up to the second one, or up to the first one and `END_OF_BLOCK` (8 bits); the number of
 * coefficients up to the first one (5 bits); the values of the first (7 bits) and of the second (6 bits). If the bits hold one code
 * only, the second one is the first.
 *
 * @param largest Larger values are left out.
 */
export function makePairs(table: usize, largest: i32): void {
  const lookup = lookupAt(table);
  const pairs = pairsAt(table - 4);
  for (let index: u32 = 0; index < SIZE; index++) {
    const next = (<u64>index) << (64 - PAIR_BITS);
    store<i32>(pairs + ((<usize>index) << 2), pairOf(lookup, next, largest));
  }
}

function pairOf(lookup: usize, next: u64, largest: i32): i32 {
  const first = symbolOf(lookup, <i32>(next >> 48));
  const length = lengthOf(first);
  const value = valueAfter(next, first);
  const isThere = first !== 0 && length <= PAIR_BITS && abs(value) <= min(largest, LARGEST_FIRST);
  if (!isThere) return entry(0, NOT_THERE, 1, 0, 0);
  const step = stepOf(first);
  if (step === END_OF_BLOCK) return entry(length, step, 1, 0, 0);
  const rest = next << length;
  const second = symbolOf(lookup, <i32>(rest >> 48));
  const both = length + lengthOf(second);
  const valueOfSecond = valueAfter(rest, second);
  if (second !== 0 && both <= PAIR_BITS && abs(valueOfSecond) <= min(largest, LARGEST_SECOND))
    return entry(both, step + stepOf(second), step, value, valueOfSecond);
  return entry(length, step, step, value, 0);
}

function entry(length: i32, steps: i32, step: i32, value: i32, second: i32): i32 {
  return length | (steps << 6) | (step << 14) | ((value & 127) << 19) | (second << 26);
}

/** The number of coefficients up to that of a code, or `END_OF_BLOCK`. */
export function stepOf(code: i32): i32 {
  const run = (code & 255) >> 4;
  return (code & 15) === 0 && run !== 15 ? END_OF_BLOCK : run + 1;
}

/**
 * Makes the lookup with which coefficients of an AC table, 4 to 7, are skipped. An entry has 2 bytes for the next 12 bits: the number of
 * bits of all codes that begin in them, with their values, and the number of coefficients.
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
  return steps === 0 ? NOT_THERE << 8 : length | (steps << 8);
}
