const MULTIPLIER_0: u32 = 0xd2511f53;
const MULTIPLIER_1: u32 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;

/**
 * Writes consecutive blocks of the generator Philox4x32-10, four words each: `philox` of `@sprout/core` for the counters `[at, 0, u0, u1]`. Four
 * blocks are computed at once, so up to three more are written.
 *
 * @param state The key and the upper half of the counters: `[k0, k1, u0, u1]`.
 * @param first The lowest word of the first counter.
 */
export function philox(state: usize, first: i32, blocks: i32, target: usize): void {
  const step0 = i32x4.splat(MULTIPLIER_0);
  const step1 = i32x4.splat(MULTIPLIER_1);
  const upper0 = v128.load32_splat(state, 8);
  const upper1 = v128.load32_splat(state, 12);
  let counter = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  const end = target + 16 * <usize>blocks;
  for (; target < end; target += 64) {
    let key0 = load<u32>(state);
    let key1 = load<u32>(state, 4);
    let a = counter;
    let b = i32x4.splat(0);
    let c = upper0;
    let d = upper1;
    for (let round = 0; round < 10; round++) {
      const low0 = i64x2.extmul_low_i32x4_u(a, step0);
      const high0 = i64x2.extmul_high_i32x4_u(a, step0);
      const low1 = i64x2.extmul_low_i32x4_u(c, step1);
      const high1 = i64x2.extmul_high_i32x4_u(c, step1);
      a = v128.xor(v128.xor(Halves.upper(low1, high1), b), i32x4.splat(key0));
      c = v128.xor(v128.xor(Halves.upper(low0, high0), d), i32x4.splat(key1));
      b = Halves.lower(low1, high1);
      d = Halves.lower(low0, high0);
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    const firstTwo = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const otherTwo = i32x4.shuffle(c, d, 0, 4, 1, 5);
    v128.store(target, i64x2.shuffle(firstTwo, otherTwo, 0, 2));
    v128.store(target, i64x2.shuffle(firstTwo, otherTwo, 1, 3), 16);
    const thirdTwo = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const lastTwo = i32x4.shuffle(c, d, 2, 6, 3, 7);
    v128.store(target, i64x2.shuffle(thirdTwo, lastTwo, 0, 2), 32);
    v128.store(target, i64x2.shuffle(thirdTwo, lastTwo, 1, 3), 48);
    counter = i32x4.add(counter, i32x4.splat(4));
  }
}

/** The halves of four numbers of 64 bits. AssemblyScript inlines methods. */
class Halves {
  @inline
  static lower(low: v128, high: v128): v128 {
    return i32x4.shuffle(low, high, 0, 2, 4, 6);
  }

  @inline
  static upper(low: v128, high: v128): v128 {
    return i32x4.shuffle(low, high, 1, 3, 5, 7);
  }
}
