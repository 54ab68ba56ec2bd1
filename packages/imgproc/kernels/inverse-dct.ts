import { BLOCK } from './layout';

/** The weights of pairs of coefficients. In memory, because V8 makes constant vectors anew at each use. */
const WEIGHTS = memory.data<i16>([
  10703, 4433, 10703, 4433, 10703, 4433, 10703, 4433, 4433, -10704, 4433, -10704, 4433, -10704,
  4433, -10704, -6436, 9633, -6436, 9633, -6436, 9633, -6436, 9633, 9633, 6437, 9633, 6437, 9633,
  6437, 9633, 6437, -4927, -7373, -4927, -7373, -4927, -7373, -4927, -7373, -7373, 4926, -7373,
  4926, -7373, 4926, -7373, 4926, -4176, -20995, -4176, -20995, -4176, -20995, -4176, -20995,
  -20995, 4177, -20995, 4177, -20995, 4177, -20995, 4177,
]);

/**
 * The inverse DCT of the block, written to 8 rows of bytes: the integers of `jidctint.c` of libjpeg ("islow"), with coefficients of
 * 16 bits as in its vector versions. Sets the block to 0.
 */
export function inverseDct(target: usize, stride: usize): void {
  Lanes.transformColumns(11);
  Lanes.transformColumns(18);
  const middle = i8x16.splat(-128);
  for (let row = 0; row < 8; row += 2) {
    const at = BLOCK + <usize>row * 16;
    const pair = i8x16.narrow_i16x8_s(v128.load(at), v128.load(at, 16));
    const pixels = v128.xor(pair, middle);
    v128.store64_lane(target, pixels, 0);
    v128.store64_lane(target + stride, pixels, 1);
    target += 2 * stride;
  }
  const zero = i16x8.splat(0);
  for (let row = 0; row < 8; row++) v128.store(BLOCK + <usize>row * 16, zero);
}

/** As `inverseDct` for a block without other coefficients than the first. */
export function inverseDctOfMean(target: usize, stride: usize): void {
  const scaled = (<i32>(<i16>(load<i16>(BLOCK) << 2))) << 13;
  const value = i16x8.splat(<i16>((scaled + (1 << 17)) >> 18));
  const pixels = v128.xor(i8x16.narrow_i16x8_s(value, value), i8x16.splat(-128));
  for (let row = 0; row < 8; row++, target += stride) v128.store64_lane(target, pixels, 0);
  store<i16>(BLOCK, 0);
}

/** Parts of the transform on vectors. AssemblyScript inlines methods, with constant arguments. */
class Lanes {
  /** The lower halves of two vectors, in turns. */
  @inline
  static low(a: v128, b: v128): v128 {
    return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
  }

  @inline
  static high(a: v128, b: v128): v128 {
    return i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
  }

  /** `a * x + b * y` for pairs `x`, `y`. */
  @inline
  static weigh(pairs: v128, weights: usize): v128 {
    return i32x4.dot_i16x8_s(pairs, v128.load(WEIGHTS + weights));
  }

  /** Divides by `2 ** shift`, rounds, and saturates to 16 bits. */
  @inline
  static descale(low: v128, high: v128, shift: i32): v128 {
    const half = i32x4.splat(1 << (shift - 1));
    return i16x8.narrow_i32x4_s(
      i32x4.shr_s(i32x4.add(low, half), shift),
      i32x4.shr_s(i32x4.add(high, half), shift),
    );
  }

  /** Transforms the columns of the block, divides by `2 ** shift`, and transposes the block. */
  @inline
  static transformColumns(shift: i32): void {
    const in0 = v128.load(BLOCK, 0);
    const in1 = v128.load(BLOCK, 16);
    const in2 = v128.load(BLOCK, 32);
    const in3 = v128.load(BLOCK, 48);
    const in4 = v128.load(BLOCK, 64);
    const in5 = v128.load(BLOCK, 80);
    const in6 = v128.load(BLOCK, 96);
    const in7 = v128.load(BLOCK, 112);
    // the even rows
    const sum = i16x8.add(in0, in4);
    const difference = i16x8.sub(in0, in4);
    const zero = i16x8.splat(0);
    const sumLow = i32x4.shr_s(Lanes.low(zero, sum), 3);
    const sumHigh = i32x4.shr_s(Lanes.high(zero, sum), 3);
    const differenceLow = i32x4.shr_s(Lanes.low(zero, difference), 3);
    const differenceHigh = i32x4.shr_s(Lanes.high(zero, difference), 3);
    const in26Low = Lanes.low(in2, in6);
    const in26High = Lanes.high(in2, in6);
    const outerLow = Lanes.weigh(in26Low, 0);
    const outerHigh = Lanes.weigh(in26High, 0);
    const innerLow = Lanes.weigh(in26Low, 16);
    const innerHigh = Lanes.weigh(in26High, 16);
    const even0Low = i32x4.add(sumLow, outerLow);
    const even0High = i32x4.add(sumHigh, outerHigh);
    const even3Low = i32x4.sub(sumLow, outerLow);
    const even3High = i32x4.sub(sumHigh, outerHigh);
    const even1Low = i32x4.add(differenceLow, innerLow);
    const even1High = i32x4.add(differenceHigh, innerHigh);
    const even2Low = i32x4.sub(differenceLow, innerLow);
    const even2High = i32x4.sub(differenceHigh, innerHigh);
    // the odd rows
    const in37 = i16x8.add(in3, in7);
    const in15 = i16x8.add(in1, in5);
    const sumsLow = Lanes.low(in37, in15);
    const sumsHigh = Lanes.high(in37, in15);
    const z3Low = Lanes.weigh(sumsLow, 32);
    const z3High = Lanes.weigh(sumsHigh, 32);
    const z4Low = Lanes.weigh(sumsLow, 48);
    const z4High = Lanes.weigh(sumsHigh, 48);
    const in71Low = Lanes.low(in7, in1);
    const in71High = Lanes.high(in7, in1);
    const in53Low = Lanes.low(in5, in3);
    const in53High = Lanes.high(in5, in3);
    const odd3Low = i32x4.add(Lanes.weigh(in71Low, 64), z3Low);
    const odd3High = i32x4.add(Lanes.weigh(in71High, 64), z3High);
    const odd0Low = i32x4.add(Lanes.weigh(in71Low, 80), z4Low);
    const odd0High = i32x4.add(Lanes.weigh(in71High, 80), z4High);
    const odd2Low = i32x4.add(Lanes.weigh(in53Low, 96), z4Low);
    const odd2High = i32x4.add(Lanes.weigh(in53High, 96), z4High);
    const odd1Low = i32x4.add(Lanes.weigh(in53Low, 112), z3Low);
    const odd1High = i32x4.add(Lanes.weigh(in53High, 112), z3High);
    // the columns, and their transposition
    const out0 = Lanes.descale(i32x4.add(even0Low, odd0Low), i32x4.add(even0High, odd0High), shift);
    const out1 = Lanes.descale(i32x4.add(even1Low, odd1Low), i32x4.add(even1High, odd1High), shift);
    const out2 = Lanes.descale(i32x4.add(even2Low, odd2Low), i32x4.add(even2High, odd2High), shift);
    const out3 = Lanes.descale(i32x4.add(even3Low, odd3Low), i32x4.add(even3High, odd3High), shift);
    const out4 = Lanes.descale(i32x4.sub(even3Low, odd3Low), i32x4.sub(even3High, odd3High), shift);
    const out5 = Lanes.descale(i32x4.sub(even2Low, odd2Low), i32x4.sub(even2High, odd2High), shift);
    const out6 = Lanes.descale(i32x4.sub(even1Low, odd1Low), i32x4.sub(even1High, odd1High), shift);
    const out7 = Lanes.descale(i32x4.sub(even0Low, odd0Low), i32x4.sub(even0High, odd0High), shift);
    const a0 = Lanes.low(out0, out4);
    const a1 = Lanes.high(out0, out4);
    const a2 = Lanes.low(out1, out5);
    const a3 = Lanes.high(out1, out5);
    const a4 = Lanes.low(out2, out6);
    const a5 = Lanes.high(out2, out6);
    const a6 = Lanes.low(out3, out7);
    const a7 = Lanes.high(out3, out7);
    const b0 = Lanes.low(a0, a4);
    const b1 = Lanes.high(a0, a4);
    const b2 = Lanes.low(a1, a5);
    const b3 = Lanes.high(a1, a5);
    const b4 = Lanes.low(a2, a6);
    const b5 = Lanes.high(a2, a6);
    const b6 = Lanes.low(a3, a7);
    const b7 = Lanes.high(a3, a7);
    v128.store(BLOCK, Lanes.low(b0, b4), 0);
    v128.store(BLOCK, Lanes.high(b0, b4), 16);
    v128.store(BLOCK, Lanes.low(b1, b5), 32);
    v128.store(BLOCK, Lanes.high(b1, b5), 48);
    v128.store(BLOCK, Lanes.low(b2, b6), 64);
    v128.store(BLOCK, Lanes.high(b2, b6), 80);
    v128.store(BLOCK, Lanes.low(b3, b7), 96);
    v128.store(BLOCK, Lanes.high(b3, b7), 112);
  }
}
