const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/** Four 32-bit words: a counter, or the random block that belongs to a counter. */
export type Block = readonly [number, number, number, number];

/**
 * The Philox4x32-10 generator: a keyed bijection from counters to random blocks.
 *
 * @see Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", section 4.3.
 */
export function philox(counter: Block, key: readonly [number, number]): Block {
  let [a, b, c, d] = counter;
  let [key0, key1] = key;
  for (let round = 0; round < 10; round++) {
    const nextA = highProduct(MULTIPLIER_1, c) ^ b ^ key0;
    const nextC = highProduct(MULTIPLIER_0, a) ^ d ^ key1;
    b = Math.imul(MULTIPLIER_1, c) >>> 0;
    d = Math.imul(MULTIPLIER_0, a) >>> 0;
    a = nextA >>> 0;
    c = nextC >>> 0;
    key0 = (key0 + WEYL_0) >>> 0;
    key1 = (key1 + WEYL_1) >>> 0;
  }
  return [a, b, c, d];
}

/** The upper 32 bits of the 64-bit product of two unsigned 32-bit numbers. */
function highProduct(x: number, y: number): number {
  const xLow = x & 0xffff;
  const xHigh = x >>> 16;
  const yLow = y & 0xffff;
  const yHigh = y >>> 16;
  const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
  const carry = xLow * yHigh + (middle & 0xffff);
  return (xHigh * yHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}
