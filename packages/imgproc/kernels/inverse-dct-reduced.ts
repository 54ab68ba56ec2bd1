import { PART } from './layout';
import { MEAN } from './slots';

/** The weights of pairs of inputs, rounding terms, and 128. In memory, because V8 makes constant vectors anew at each use. */
const WEIGHTS = memory.data<i16>([
  8697, -17799, 8697, -17799, 8697, -17799, 8697, -17799, 11893, -1730, 11893, -1730, 11893, -1730,
  11893, -1730, 20995, 7373, 20995, 7373, 20995, 7373, 20995, 7373, -4926, -4176, -4926, -4176,
  -4926, -4176, -4926, -4176, 15137, -6270, 15137, -6270, 15137, -6270, 15137, -6270, 8697, -17799,
  11893, -1730, 8697, -17799, 11893, -1730, 20995, 7373, -4926, -4176, 20995, 7373, -4926, -4176,
  16384, 0, 15137, -6270, 16384, 0, 15137, -6270, 29692, -10426, 29692, -10426, 29692, -10426,
  29692, -10426, 6967, -5906, 6967, -5906, 6967, -5906, 6967, -5906, 29692, -10426, 6967, -5906,
  29692, -10426, 6967, -5906, 2048, 0, 2048, 0, 2048, 0, 2048, 0, 0, 4, 0, 4, 0, 4, 0, 4, 4096, 0,
  4096, 0, 4096, 0, 4096, 0, 0, 8, 0, 8, 0, 8, 0, 8, -32640, -32640, -32640, -32640, -32640, -32640,
  -32640, -32640,
]);
const HALF_OF_COLUMNS: usize = 176;
const HALF_OF_ROWS: usize = 192;
const HALF_OF_TWO_COLUMNS: usize = 208;
const HALF_OF_TWO_ROWS: usize = 224;
/** 128 in each byte. */
const MIDDLE: usize = 240;
const TRANSPOSED = memory.data<u8>([0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15]);

/**
 * The inverse DCT of a block to 4 x 4 pixels: the integers of `jidctred.c` of libjpeg, with numbers of 16 bits between the passes as
 * in its vector versions. Reads the part of the block that `readReduced` wrote, and sets it to 0.
 */
export function inverseDctToFour(target: usize, stride: usize): void {
  const half = v128.load(WEIGHTS, HALF_OF_COLUMNS);
  const odd13 = v128.load(PART, 16);
  const odd57 = v128.load(PART, 48);
  const odd0 = i32x4.add(Sums.weigh(odd13, 0), Sums.weigh(odd57, 16));
  const odd2 = i32x4.add(Sums.weigh(odd13, 32), Sums.weigh(odd57, 48));
  const odd26 = Sums.weigh(v128.load(PART, 80), 64);
  const oddRow = i32x4.add(i32x4.shl(v128.load_ext<i16>(PART), 14), half);
  const oddSum = i32x4.add(oddRow, odd26);
  const oddDifference = i32x4.sub(oddRow, odd26);
  const even13 = v128.load(PART, 32);
  const even57 = v128.load(PART, 64);
  const even0 = i32x4.add(Sums.weigh(even13, 0), Sums.weigh(even57, 16));
  const even2 = i32x4.add(Sums.weigh(even13, 32), Sums.weigh(even57, 48));
  const even26 = Sums.weigh(v128.load(PART, 96), 64);
  const evenRow = i32x4.add(i32x4.shl(v128.load_ext<i16>(PART, 8), 14), half);
  const evenSum = i32x4.add(evenRow, even26);
  const evenDifference = i32x4.sub(evenRow, even26);
  clearPart();

  const oddRows01 = Sums.narrow(i32x4.add(oddSum, odd2), i32x4.add(oddDifference, odd0), 12);
  const oddRows23 = Sums.narrow(i32x4.sub(oddDifference, odd0), i32x4.sub(oddSum, odd2), 12);
  const evenRows01 = Sums.narrow(i32x4.add(evenSum, even2), i32x4.add(evenDifference, even0), 12);
  const evenRows23 = Sums.narrow(i32x4.sub(evenDifference, even0), i32x4.sub(evenSum, even2), 12);
  const sum0 = Sums.sumsOfPairs(Sums.weigh(oddRows01, 80), Sums.weigh(oddRows23, 80));
  const sum2 = Sums.sumsOfPairs(Sums.weigh(oddRows01, 96), Sums.weigh(oddRows23, 96));
  const weighed01 = Sums.weigh(evenRows01, 112);
  const weighed23 = Sums.weigh(evenRows23, 112);
  const column0 = i32x4.add(
    i32x4.shuffle(weighed01, weighed23, 0, 2, 4, 6),
    v128.load(WEIGHTS, HALF_OF_ROWS),
  );
  const columns26 = i32x4.shuffle(weighed01, weighed23, 1, 3, 5, 7);
  const outer = i32x4.add(column0, columns26);
  const inner = i32x4.sub(column0, columns26);
  const left = Sums.narrow(i32x4.add(outer, sum2), i32x4.add(inner, sum0), 19);
  const right = Sums.narrow(i32x4.sub(inner, sum0), i32x4.sub(outer, sum2), 19);
  const bytes = i8x16.swizzle(i8x16.narrow_i16x8_s(left, right), v128.load(TRANSPOSED));
  storeFour(target, stride, v128.xor(bytes, v128.load(WEIGHTS, MIDDLE)));
}

/** As `inverseDctToFour` to 2 x 2 pixels. */
export function inverseDctToTwo(target: usize, stride: usize): void {
  const half = v128.load(WEIGHTS, HALF_OF_TWO_COLUMNS);
  const odd = i32x4.add(Sums.weigh(v128.load(PART, 16), 128), Sums.weigh(v128.load(PART, 48), 144));
  const oddRow = i32x4.add(i32x4.shl(v128.load_ext<i16>(PART), 15), half);
  const even = i32x4.add(
    Sums.weigh(v128.load(PART, 32), 128),
    Sums.weigh(v128.load(PART, 64), 144),
  );
  const evenRow = i32x4.add(i32x4.shl(v128.load_ext<i16>(PART, 8), 15), half);
  clearPart();

  const rows = Sums.narrow(i32x4.add(oddRow, odd), i32x4.sub(oddRow, odd), 13);
  const weighed = Sums.weigh(rows, 160);
  const sums = i32x4.add(weighed, i32x4.shuffle(weighed, weighed, 1, 0, 3, 2));
  const upper = i32x4.shr_s(i32x4.add(evenRow, even), 13);
  const lower = i32x4.shr_s(i32x4.sub(evenRow, even), 13);
  const means = i32x4.add(
    i32x4.shl(i32x4.shuffle(upper, lower, 0, 0, 4, 4), 15),
    v128.load(WEIGHTS, HALF_OF_TWO_ROWS),
  );
  const pixels = i32x4.shuffle(i32x4.add(means, sums), i32x4.sub(means, sums), 0, 4, 2, 6);
  const words = Sums.narrow(pixels, pixels, 20);
  const bytes = v128.xor(i8x16.narrow_i16x8_s(words, words), v128.load(WEIGHTS, MIDDLE));
  v128.store16_lane(target, bytes, 0);
  v128.store16_lane(target + stride, bytes, 1);
}

/** As `inverseDctToFour` to `size` x `size` pixels (1, 2 or 4) of a block without other coefficients than the first. */
export function reducedMean(size: i32, target: usize, stride: usize): void {
  const value = (<i32>load<i16>(PART, MEAN) + 4) >> 3;
  const bytes = i8x16.splat(<i8>min(max(value + 128, 0), 255));
  store<i16>(PART, 0, MEAN);
  if (size === 1) v128.store8_lane(target, bytes, 0);
  else if (size === 4) storeFour(target, stride, bytes);
  else {
    v128.store16_lane(target, bytes, 0);
    v128.store16_lane(target + stride, bytes, 0);
  }
}

function clearPart(): void {
  const zero = i16x8.splat(0);
  v128.store(PART, zero);
  v128.store(PART, zero, 16);
  v128.store(PART, zero, 32);
  v128.store(PART, zero, 48);
  v128.store(PART, zero, 64);
  v128.store(PART, zero, 80);
  v128.store(PART, zero, 96);
}

function storeFour(target: usize, stride: usize, bytes: v128): void {
  v128.store32_lane(target, bytes, 0);
  v128.store32_lane(target + stride, bytes, 1);
  v128.store32_lane(target + 2 * stride, bytes, 2);
  v128.store32_lane(target + 3 * stride, bytes, 3);
}

/** AssemblyScript inlines methods, with constant arguments. */
class Sums {
  /** `a * x + b * y` for pairs `x`, `y`. */
  @inline
  static weigh(pairs: v128, weights: usize): v128 {
    return i32x4.dot_i16x8_s(pairs, v128.load(WEIGHTS + weights));
  }

  /** Divides by `2 ** shift`, and saturates to 16 bits. */
  @inline
  static narrow(a: v128, b: v128, shift: i32): v128 {
    return i16x8.narrow_i32x4_s(i32x4.shr_s(a, shift), i32x4.shr_s(b, shift));
  }

  @inline
  static sumsOfPairs(a: v128, b: v128): v128 {
    return i32x4.add(i32x4.shuffle(a, b, 0, 2, 4, 6), i32x4.shuffle(a, b, 1, 3, 5, 7));
  }
}
