import { type Exact, exactProduct, exactSum } from './fused-multiply-add.ts';

/** The sum of two numbers of twice the digits of a double. */
export function sum(a: Exact, b: Exact): Exact {
  const [high, rest] = exactSum(a[0], b[0]);
  const [low, lowest] = exactSum(a[1], b[1]);
  const [upper, lower] = exactSum(high, rest + low);
  return exactSum(upper, lower + lowest);
}

/** The product of two numbers of twice the digits of a double. */
export function product(a: Exact, b: Exact): Exact {
  const [high, low] = exactProduct(a[0], b[0]);
  return exactSum(high, low + (a[0] * b[1] + a[1] * b[0]));
}

/** The quotient of such a number and a double. */
export function quotient(a: Exact, divisor: number): Exact {
  const first = a[0] / divisor;
  const [high, low] = exactProduct(first, divisor);
  return exactSum(first, (a[0] - high - low + a[1]) / divisor);
}

/** A double to a whole power of at least 0, rounded correctly but for rare cases. */
export function power(base: number, exponent: number): number {
  let result: Exact = [1, 0];
  for (let factor = 0; factor < exponent; factor++) result = product(result, [base, 0]);
  return result[0];
}
