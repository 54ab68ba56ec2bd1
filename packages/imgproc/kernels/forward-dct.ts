import { Pass } from './dct-pass';
import { Lanes } from './lanes';
import { BLOCK } from './layout';

/** Rounding terms of the two passes. */
const HALF_OF_ROWS: i32 = 1 << 10;
const HALF_OF_COLUMNS: i32 = 1 << 14;

/** The DCT of the block, with the integers of `jfdctint.c` of libjpeg ("islow"): 64 numbers of 16 bits, row by row. */
export function forwardDct(): void {
  Forward.pass(true);
  Forward.pass(false);
}

/** AssemblyScript inlines methods, with constant arguments. */
class Forward {
  /** Transposes the block and transforms its columns. */
  @inline
  static pass(isFirst: bool): void {
    Forward.transpose();
    const row0 = v128.load(BLOCK);
    const row1 = v128.load(BLOCK, 16);
    const row2 = v128.load(BLOCK, 32);
    const row3 = v128.load(BLOCK, 48);
    const row4 = v128.load(BLOCK, 64);
    const row5 = v128.load(BLOCK, 80);
    const row6 = v128.load(BLOCK, 96);
    const row7 = v128.load(BLOCK, 112);
    const sum0 = i16x8.add(row0, row7);
    const sum1 = i16x8.add(row1, row6);
    const sum2 = i16x8.add(row2, row5);
    const sum3 = i16x8.add(row3, row4);
    const even0 = i16x8.add(sum0, sum3);
    const even3 = i16x8.sub(sum0, sum3);
    const even1 = i16x8.add(sum1, sum2);
    const even2 = i16x8.sub(sum1, sum2);
    Forward.storeSum(0, i16x8.add(even0, even1), isFirst);
    Forward.storeSum(64, i16x8.sub(even0, even1), isFirst);
    const zero = i32x4.splat(0);
    const evenLow = Lanes.low(even3, even2);
    const evenHigh = Lanes.high(even3, even2);
    Forward.store(32, evenLow, evenHigh, 0, zero, zero, isFirst);
    Forward.store(96, evenLow, evenHigh, 16, zero, zero, isFirst);
    const d4 = i16x8.sub(row3, row4);
    const d5 = i16x8.sub(row2, row5);
    const d6 = i16x8.sub(row1, row6);
    const d7 = i16x8.sub(row0, row7);
    const z3 = i16x8.add(d4, d6);
    const z4 = i16x8.add(d5, d7);
    const zLow = Lanes.low(z3, z4);
    const zHigh = Lanes.high(z3, z4);
    const odd3Low = Pass.weigh(zLow, 32);
    const odd3High = Pass.weigh(zHigh, 32);
    const odd4Low = Pass.weigh(zLow, 48);
    const odd4High = Pass.weigh(zHigh, 48);
    const outerLow = Lanes.low(d4, d7);
    const outerHigh = Lanes.high(d4, d7);
    Forward.store(112, outerLow, outerHigh, 64, odd3Low, odd3High, isFirst);
    Forward.store(16, outerLow, outerHigh, 80, odd4Low, odd4High, isFirst);
    const innerLow = Lanes.low(d5, d6);
    const innerHigh = Lanes.high(d5, d6);
    Forward.store(80, innerLow, innerHigh, 96, odd4Low, odd4High, isFirst);
    Forward.store(48, innerLow, innerHigh, 112, odd3Low, odd3High, isFirst);
  }

  @inline
  static storeSum(offset: usize, sum: v128, isFirst: bool): void {
    if (isFirst) v128.store(BLOCK + offset, i16x8.shl(sum, 2));
    else v128.store(BLOCK + offset, Forward.quarter(sum));
  }

  /** The sum can be near the limit of 16 bits, so that 2 is not added before the shift. */
  @inline
  static quarter(sum: v128): v128 {
    const half = v128.and(i16x8.shr_s(sum, 1), i16x8.splat(1));
    return i16x8.add(i16x8.shr_s(sum, 2), half);
  }

  @inline
  static store(
    offset: usize,
    low: v128,
    high: v128,
    weights: usize,
    addLow: v128,
    addHigh: v128,
    isFirst: bool,
  ): void {
    const shift = isFirst ? 11 : 15;
    const half = i32x4.splat(isFirst ? HALF_OF_ROWS : HALF_OF_COLUMNS);
    const sumLow = i32x4.add(i32x4.add(Pass.weigh(low, weights), addLow), half);
    const sumHigh = i32x4.add(i32x4.add(Pass.weigh(high, weights), addHigh), half);
    const result = i16x8.narrow_i32x4_s(i32x4.shr_s(sumLow, shift), i32x4.shr_s(sumHigh, shift));
    v128.store(BLOCK + offset, result);
  }

  @inline
  static transpose(): void {
    const a = v128.load(BLOCK);
    const b = v128.load(BLOCK, 16);
    const c = v128.load(BLOCK, 32);
    const d = v128.load(BLOCK, 48);
    const e = v128.load(BLOCK, 64);
    const f = v128.load(BLOCK, 80);
    const g = v128.load(BLOCK, 96);
    const h = v128.load(BLOCK, 112);
    const ae = Lanes.low(a, e);
    const aeAfter = Lanes.high(a, e);
    const bf = Lanes.low(b, f);
    const bfAfter = Lanes.high(b, f);
    const cg = Lanes.low(c, g);
    const cgAfter = Lanes.high(c, g);
    const dh = Lanes.low(d, h);
    const dhAfter = Lanes.high(d, h);
    Forward.storeFour(0, ae, bf, cg, dh);
    Forward.storeFour(64, aeAfter, bfAfter, cgAfter, dhAfter);
  }

  /** Four columns of the block as rows. */
  @inline
  static storeFour(offset: usize, ae: v128, bf: v128, cg: v128, dh: v128): void {
    const even = Lanes.low(ae, cg);
    const evenAfter = Lanes.high(ae, cg);
    const odd = Lanes.low(bf, dh);
    const oddAfter = Lanes.high(bf, dh);
    v128.store(BLOCK + offset, Lanes.low(even, odd));
    v128.store(BLOCK + offset, Lanes.high(even, odd), 16);
    v128.store(BLOCK + offset, Lanes.low(evenAfter, oddAfter), 32);
    v128.store(BLOCK + offset, Lanes.high(evenAfter, oddAfter), 48);
  }
}
