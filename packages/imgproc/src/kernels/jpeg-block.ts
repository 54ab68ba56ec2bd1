/** Eight numbers in a row, or in a column, of a block. */
interface Line {
  readonly start: number;
  readonly step: number;
}

/** The fractional bits of the numbers between the passes. */
const EXTRA = 2;
/** The fractional bits of the weights. */
const WEIGHT_BITS = 13;

/**
 * Transforms, quantises and restores one block of 64 samples, row by row: the integers of `jfdctint.c` and `jidctint.c` of libjpeg
 * ("islow"). Entropy coding is lossless and left out.
 *
 * @param block Numbers from -128 to 127. They are replaced by the restored ones, which may be a little outside.
 * @param quantiser 64 numbers, row by row.
 */
export function recompressBlock(block: Int32Array, quantiser: Uint8Array): void {
  for (let row = 0; row < 8; row++)
    forward(block, { start: 8 * row, step: 1 }, WEIGHT_BITS - EXTRA);
  for (let column = 0; column < 8; column++)
    forward(block, { start: column, step: 8 }, WEIGHT_BITS + EXTRA);
  for (let at = 0; at < 64; at++) {
    const divisor = 8 * quantiser[at]!;
    const level = Math.floor((Math.abs(block[at]!) + divisor / 2) / divisor);
    block[at] = Math.sign(block[at]!) * level * quantiser[at]!;
  }
  for (let column = 0; column < 8; column++)
    inverse(block, { start: column, step: 8 }, WEIGHT_BITS - EXTRA);
  for (let row = 0; row < 8; row++)
    inverse(block, { start: 8 * row, step: 1 }, WEIGHT_BITS + EXTRA + 3);
}

/** Divides by `2 ** bits` and rounds. */
function descale(value: number, bits: number): number {
  return (value + (1 << (bits - 1))) >> bits;
}

function forward(block: Int32Array, { start, step }: Line, shift: number): void {
  const at = (index: number): number => block[start + index * step]!;
  const put = (index: number, value: number): void => {
    block[start + index * step] = value;
  };
  const [sum0, sum1, sum2, sum3] = [at(0) + at(7), at(1) + at(6), at(2) + at(5), at(3) + at(4)];
  const [d7, d6, d5, d4] = [at(0) - at(7), at(1) - at(6), at(2) - at(5), at(3) - at(4)];
  const [even0, even3] = [sum0 + sum3, sum0 - sum3];
  const [even1, even2] = [sum1 + sum2, sum1 - sum2];
  const isFirst = shift < WEIGHT_BITS;
  put(0, isFirst ? (even0 + even1) << EXTRA : descale(even0 + even1, EXTRA));
  put(4, isFirst ? (even0 - even1) << EXTRA : descale(even0 - even1, EXTRA));
  put(2, descale(10703 * even3 + 4433 * even2, shift));
  put(6, descale(4433 * even3 - 10704 * even2, shift));
  const [z3, z4] = [d4 + d6, d5 + d7];
  const odd3 = -6436 * z3 + 9633 * z4;
  const odd4 = 9633 * z3 + 6437 * z4;
  put(7, descale(-4927 * d4 - 7373 * d7 + odd3, shift));
  put(1, descale(-7373 * d4 + 4926 * d7 + odd4, shift));
  put(5, descale(-4176 * d5 - 20995 * d6 + odd4, shift));
  put(3, descale(-20995 * d5 + 4177 * d6 + odd3, shift));
}

function inverse(block: Int32Array, { start, step }: Line, shift: number): void {
  const at = (index: number): number => block[start + index * step]!;
  const [in1, in2, in3, in5, in6, in7] = [at(1), at(2), at(3), at(5), at(6), at(7)];
  const sum = (at(0) + at(4)) << WEIGHT_BITS;
  const difference = (at(0) - at(4)) << WEIGHT_BITS;
  const outer = 10703 * in2 + 4433 * in6;
  const inner = 4433 * in2 - 10704 * in6;
  const [z3, z4] = [in7 + in3, in5 + in1];
  const odd3 = -6436 * z3 + 9633 * z4;
  const odd4 = 9633 * z3 + 6437 * z4;
  const evens = [sum + outer, difference + inner, difference - inner, sum - outer];
  const odds = [
    -7373 * in7 + 4926 * in1 + odd4,
    -20995 * in5 + 4177 * in3 + odd3,
    -4176 * in5 - 20995 * in3 + odd4,
    -4927 * in7 - 7373 * in1 + odd3,
  ];
  for (const [index, even] of evens.entries()) {
    block[start + index * step] = descale(even + odds[index]!, shift);
    block[start + (7 - index) * step] = descale(even - odds[index]!, shift);
  }
}
