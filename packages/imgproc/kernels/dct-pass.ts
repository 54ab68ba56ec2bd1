import { BLOCK, HALFWAY } from './layout';
import { Lanes } from './lanes';

/** The weights of pairs of inputs, rounding terms, and 128. In memory, because V8 makes constant vectors anew at each use. */
const WEIGHTS = memory.data<i16>([
  10703, 4433, 10703, 4433, 10703, 4433, 10703, 4433, 4433, -10704, 4433, -10704, 4433, -10704,
  4433, -10704, -6436, 9633, -6436, 9633, -6436, 9633, -6436, 9633, 9633, 6437, 9633, 6437, 9633,
  6437, 9633, 6437, -4927, -7373, -4927, -7373, -4927, -7373, -4927, -7373, -7373, 4926, -7373,
  4926, -7373, 4926, -7373, 4926, -4176, -20995, -4176, -20995, -4176, -20995, -4176, -20995,
  -20995, 4177, -20995, 4177, -20995, 4177, -20995, 4177, 8192, 10703, 8192, 10703, 8192, 10703,
  8192, 10703, 8192, 4433, 8192, 4433, 8192, 4433, 8192, 4433, 8192, -4433, 8192, -4433, 8192,
  -4433, 8192, -4433, 8192, -10703, 8192, -10703, 8192, -10703, 8192, -10703, 11363, 9633, 11363,
  9633, 11363, 9633, 11363, 9633, 9633, -2259, 9633, -2259, 9633, -2259, 9633, -2259, 6437, -11362,
  6437, -11362, 6437, -11362, 6437, -11362, 2260, -6436, 2260, -6436, 2260, -6436, 2260, -6436,
  1024, 0, 1024, 0, 1024, 0, 1024, 0, 0, 2, 0, 2, 0, 2, 0, 2, -32640, -32640, -32640, -32640,
  -32640, -32640, -32640, -32640,
]);
const HALF_OF_COLUMNS: usize = 256;
const HALF_OF_ROWS: usize = 272;
/** 128 in each byte. */
const MIDDLE: usize = 288;

/** The passes of the transform, for 4 columns or rows at a time. AssemblyScript inlines methods, with constant arguments. */
export class Pass {
  /** Transforms 4 columns of the block, of which all rows from `count` (4 or 8) on are 0, to 4 rows of `HALFWAY`. */
  @inline
  static columns(count: i32, left: usize): void {
    Pass.transform(count, BLOCK + left, 11, HALF_OF_COLUMNS, HALFWAY + left * 8, 0);
  }

  /** Transforms 4 columns at `source`, of which all rows from `count` on are 0, to 4 rows of bytes. */
  @inline
  static rows(count: i32, source: usize, target: usize, stride: usize): void {
    Pass.transform(count, source, 18, HALF_OF_ROWS, target, stride);
  }

  /** Divides by `2 ** shift` and rounds, if half of it was added before. Without a stride, the results have 16 bits. */
  @inline
  static transform(
    count: i32,
    source: usize,
    shift: i32,
    halfAt: usize,
    target: usize,
    stride: usize,
  ): void {
    const half = v128.load(WEIGHTS + halfAt);
    const in0 = v128.load64_zero(source);
    const in1 = v128.load64_zero(source, 16);
    const in2 = v128.load64_zero(source, 32);
    const in3 = v128.load64_zero(source, 48);
    let even0: v128, even1: v128, even2: v128, even3: v128;
    let odd0: v128, odd1: v128, odd2: v128, odd3: v128;
    if (count === 4) {
      const in02 = Lanes.low(in0, in2);
      even0 = i32x4.add(Pass.weigh(in02, 128), half);
      even1 = i32x4.add(Pass.weigh(in02, 144), half);
      even2 = i32x4.add(Pass.weigh(in02, 160), half);
      even3 = i32x4.add(Pass.weigh(in02, 176), half);
      const in13 = Lanes.low(in1, in3);
      odd0 = Pass.weigh(in13, 192);
      odd1 = Pass.weigh(in13, 208);
      odd2 = Pass.weigh(in13, 224);
      odd3 = Pass.weigh(in13, 240);
    } else {
      const in4 = v128.load64_zero(source, 64);
      const in5 = v128.load64_zero(source, 80);
      const in6 = v128.load64_zero(source, 96);
      const in7 = v128.load64_zero(source, 112);
      const zero = i16x8.splat(0);
      const sum = i32x4.shr_s(Lanes.low(zero, i16x8.add(in0, in4)), 3);
      const difference = i32x4.shr_s(Lanes.low(zero, i16x8.sub(in0, in4)), 3);
      const sumAndHalf = i32x4.add(sum, half);
      const differenceAndHalf = i32x4.add(difference, half);
      const in26 = Lanes.low(in2, in6);
      const outer = Pass.weigh(in26, 0);
      const inner = Pass.weigh(in26, 16);
      even0 = i32x4.add(sumAndHalf, outer);
      even1 = i32x4.add(differenceAndHalf, inner);
      even2 = i32x4.sub(differenceAndHalf, inner);
      even3 = i32x4.sub(sumAndHalf, outer);
      const sums = Lanes.low(i16x8.add(in3, in7), i16x8.add(in1, in5));
      const z3 = Pass.weigh(sums, 32);
      const z4 = Pass.weigh(sums, 48);
      const in71 = Lanes.low(in7, in1);
      const in53 = Lanes.low(in5, in3);
      odd3 = i32x4.add(Pass.weigh(in71, 64), z3);
      odd0 = i32x4.add(Pass.weigh(in71, 80), z4);
      odd2 = i32x4.add(Pass.weigh(in53, 96), z4);
      odd1 = i32x4.add(Pass.weigh(in53, 112), z3);
    }
    const out0 = i32x4.shr_s(i32x4.add(even0, odd0), shift);
    const out1 = i32x4.shr_s(i32x4.add(even1, odd1), shift);
    const out2 = i32x4.shr_s(i32x4.add(even2, odd2), shift);
    const out3 = i32x4.shr_s(i32x4.add(even3, odd3), shift);
    const out4 = i32x4.shr_s(i32x4.sub(even3, odd3), shift);
    const out5 = i32x4.shr_s(i32x4.sub(even2, odd2), shift);
    const out6 = i32x4.shr_s(i32x4.sub(even1, odd1), shift);
    const out7 = i32x4.shr_s(i32x4.sub(even0, odd0), shift);
    const out04 = i16x8.narrow_i32x4_s(out0, out4);
    const out15 = i16x8.narrow_i32x4_s(out1, out5);
    const out26 = i16x8.narrow_i32x4_s(out2, out6);
    const out37 = i16x8.narrow_i32x4_s(out3, out7);
    if (shift === 11) Pass.storeColumns(out04, out15, out26, out37, target);
    else Pass.storeBytes(out04, out15, out26, out37, target, stride);
  }

  /** `a * x + b * y` for pairs `x`, `y`. */
  @inline
  static weigh(pairs: v128, weights: usize): v128 {
    return i32x4.dot_i16x8_s(pairs, v128.load(WEIGHTS + weights));
  }

  /** Transposes 8 rows of 4 numbers. */
  @inline
  static storeColumns(out04: v128, out15: v128, out26: v128, out37: v128, target: usize): void {
    const out02 = Lanes.low(out04, out26);
    const out46 = Lanes.high(out04, out26);
    const out13 = Lanes.low(out15, out37);
    const out57 = Lanes.high(out15, out37);
    const left01 = Lanes.low(out02, out13);
    const left23 = Lanes.high(out02, out13);
    const right01 = Lanes.low(out46, out57);
    const right23 = Lanes.high(out46, out57);
    v128.store(target, i64x2.shuffle(left01, right01, 0, 2));
    v128.store(target, i64x2.shuffle(left01, right01, 1, 3), 16);
    v128.store(target, i64x2.shuffle(left23, right23, 0, 2), 32);
    v128.store(target, i64x2.shuffle(left23, right23, 1, 3), 48);
  }

  /** Transposes 8 rows of 4 numbers, saturates them to 8 bits and adds 128. */
  @inline
  static storeBytes(
    out04: v128,
    out15: v128,
    out26: v128,
    out37: v128,
    target: usize,
    stride: usize,
  ): void {
    const out0426 = i8x16.narrow_i16x8_s(out04, out26);
    const out1537 = i8x16.narrow_i16x8_s(out15, out37);
    const out0145 = Lanes.lowBytes(out0426, out1537);
    const out2367 = Lanes.highBytes(out0426, out1537);
    const left = Lanes.low(out0145, out2367);
    const right = Lanes.high(out0145, out2367);
    const middle = v128.load(WEIGHTS, MIDDLE);
    const rows01 = v128.xor(i32x4.shuffle(left, right, 0, 4, 1, 5), middle);
    const rows23 = v128.xor(i32x4.shuffle(left, right, 2, 6, 3, 7), middle);
    v128.store64_lane(target, rows01, 0);
    v128.store64_lane(target + stride, rows01, 1);
    v128.store64_lane(target + 2 * stride, rows23, 0);
    v128.store64_lane(target + 3 * stride, rows23, 1);
  }
}
