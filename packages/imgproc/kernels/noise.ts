import { Lanes } from './lanes';

/** Random words are made for this many values, or pixels of three values, at a time: `src/kernels/noise-stream.ts` makes the same blocks. */
const VALUES: i32 = 3072;
const PIXELS: i32 = 1024;

/** Writes the next random words of four generators sfc32, in turns. Each vector of the state has one number of each generator. */
function fillWords(state: usize, words: usize, count: i32): void {
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let counter = v128.load(state, 48);
  const one = i32x4.splat(1);
  const end = words + 4 * <usize>count;
  for (; words < end; words += 16) {
    const word = i32x4.add(i32x4.add(a, b), counter);
    counter = i32x4.add(counter, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), word);
    v128.store(words, word);
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, counter, 48);
}

/**
 * Writes the words of the next block of values.
 *
 * @param each The number of values that share a word: 1, or 3 for the values of a pixel.
 */
function nextWords(state: usize, words: usize, each: i32): void {
  if (each === 1) {
    fillWords(state, words, VALUES);
    return;
  }
  fillWords(state, words, PIXELS);
  for (let pixel = PIXELS - 1; pixel >= 0; pixel--) {
    const word = load<i32>(words + 4 * <usize>pixel);
    const target = words + 12 * <usize>pixel;
    store<i32>(target, word);
    store<i32>(target, word, 4);
    store<i32>(target, word, 8);
  }
}

/**
 * Adds to each byte a number that the alias table draws, and limits the sum to bytes.
 *
 * @param tables The thresholds of the cells, 32 bits each, and then two values of 16 bits for each.
 * @param words Memory for 3072 words.
 */
export function addNoise(
  source: usize,
  length: i32,
  state: usize,
  each: i32,
  tables: usize,
  bits: i32,
  words: usize,
  target: usize,
): void {
  const shift = 32 - bits;
  const mask = (1 << shift) - 1;
  const values = tables + ((<usize>4) << bits);
  for (let from = 0; from < length; from += VALUES) {
    nextWords(state, words, each);
    const count = min(VALUES, length - from);
    for (let at: usize = 0; at < <usize>count; at++) {
      const word = load<i32>(words + 4 * at);
      const cell = <usize>((<u32>word) >> shift);
      const noise = <i32>load<i16>(values + Alias.offset(tables, cell, word & mask));
      const sum = <i32>load<u8>(source + at) + noise;
      store<u8>(target + at, select(0, select(255, sum, sum > 255), sum < 0));
    }
    source += VALUES;
    target += VALUES;
  }
}

/** Replaces each byte by a value that the table of this byte draws. The parameters are those of `addNoise`. */
export function drawValues(
  source: usize,
  length: i32,
  state: usize,
  each: i32,
  tables: usize,
  bits: i32,
  words: usize,
  target: usize,
): void {
  const shift = 32 - bits;
  const mask = (1 << shift) - 1;
  const values = tables + ((<usize>1024) << bits);
  for (let from = 0; from < length; from += VALUES) {
    nextWords(state, words, each);
    const count = min(VALUES, length - from);
    for (let at: usize = 0; at < <usize>count; at++) {
      const word = load<i32>(words + 4 * at);
      const cell = ((<usize>load<u8>(source + at)) << bits) + <usize>((<u32>word) >> shift);
      store<u8>(target + at, load<u8>(values + Alias.offset(tables, cell, word & mask)));
    }
    source += VALUES;
    target += VALUES;
  }
}

/** Multiplies each byte by `middle + unit * word` in single precision, and rounds. Writes up to 3 bytes after the target. */
export function multiplyNoise(
  source: usize,
  length: i32,
  state: usize,
  each: i32,
  middle: f32,
  unit: f32,
  words: usize,
  target: usize,
): void {
  const middles = f32x4.splat(middle);
  const units = f32x4.splat(unit);
  const half = f32x4.splat(0.5);
  for (let from = 0; from < length; from += VALUES) {
    nextWords(state, words, each);
    const count = min(VALUES, length - from);
    for (let at: usize = 0; at < <usize>count; at += 4) {
      const random = f32x4.convert_i32x4_s(v128.load(words + 4 * at));
      const factor = f32x4.add(f32x4.mul(random, units), middles);
      const halves = i16x8.extend_low_i8x16_u(v128.load32_zero(source + at));
      const bytes = f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(halves));
      const sums = i32x4.trunc_sat_f32x4_s(f32x4.add(f32x4.mul(bytes, factor), half));
      Lanes.storeFour(target + at, sums);
    }
    source += VALUES;
    target += VALUES;
  }
}

/** `AliasTables` of the package. AssemblyScript inlines methods. */
class Alias {
  /** The offset of the value, one of two of a cell, that the lower bits of a word choose: the second one from the threshold on. */
  @inline
  static offset(thresholds: usize, cell: usize, rest: i32): usize {
    const isSecond = <usize>((<u32>(load<i32>(thresholds + 4 * cell) - 1 - rest)) >> 31);
    return 4 * cell + 2 * isSecond;
  }
}
