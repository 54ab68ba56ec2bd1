const SPLITTER = 2 ** 27 + 1;
const DOUBLE = new Float64Array(1); // shared: allocating them for each product would take longer than the rest
const BITS = new BigInt64Array(DOUBLE.buffer);

/** A sum or product of two doubles as two doubles: the rounded result, and its difference from the exact one. */
export type Exact = readonly [rounded: number, rest: number];

/** The product of two doubles as the sum of two (Dekker's algorithm). */
export function exactProduct(a: number, b: number): Exact {
  const product = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

/** The sum of two doubles as the sum of two, of which the second is below half an ulp of the first (Knuth's algorithm). */
export function exactSum(a: number, b: number): Exact {
  const sum = a + b;
  const other = sum - a;
  return [sum, a - (sum - other) + (b - other)];
}

/**
 * `a * b + c`, rounded once: the instruction FMA, with which OpenBLAS multiplies matrices. Without overflow and underflow.
 *
 * @see Boldo and Melquiond 2008, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd".
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const [high, low] = exactProduct(a, b);
  const [middle, lowest] = exactSum(c, low);
  const [top, rest] = exactSum(high, middle);
  return top + sumToOdd(lowest, rest);
}

/** A sum that is rounded to the neighbour whose last bit is 1, unless it is exact. */
function sumToOdd(a: number, b: number): number {
  const [sum, rest] = exactSum(a, b);
  if (rest === 0) return sum;
  DOUBLE[0] = sum;
  const bits = BITS[0]!; // there is one
  if ((bits & 1n) === 1n) return sum;
  BITS[0] = rest > 0 === sum > 0 ? bits + 1n : bits - 1n;
  return DOUBLE[0];
}

function halves(value: number): [number, number] {
  const scaled = SPLITTER * value;
  const high = scaled - (scaled - value);
  return [high, value - high];
}
