import { product, quotient, sum } from './double-double.ts';
import { type Exact, exactProduct } from './fused-multiply-add.ts';

/** Half of pi as the sum of three doubles. */
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33] as const;
const LARGEST = 2 ** 30;
const TERMS = 15;

/**
 * The sine and the cosine of an angle in radians, rounded correctly: computed with twice the digits of a double. The C
 * library, which NumPy calls, rounds correctly in more than 99.8 % of all cases, and is off by one ulp in the others;
 * `Math.sin` of V8 in 96.8 %.
 */
export function sineCosine(radians: number): { readonly sine: number; readonly cosine: number } {
  if (!(Math.abs(radians) < LARGEST)) return { sine: Math.sin(radians), cosine: Math.cos(radians) };
  const quarters = Math.round(radians / HALF_PI[0]);
  const rest = reduced(radians, quarters);
  const sine = product(rest, series(rest, 3));
  const cosine = series(rest, 2);
  const turned = quarters & 3;
  const [first, second] = turned % 2 === 0 ? [sine, cosine] : [cosine, sine];
  return {
    sine: turned < 2 ? first[0] : -first[0],
    cosine: turned === 0 || turned === 3 ? second[0] : -second[0],
  };
}

/** An angle without some quarter turns. */
function reduced(radians: number, quarters: number): Exact {
  let rest: Exact = [radians, 0];
  for (const part of HALF_PI) rest = sum(rest, exactProduct(-quarters, part));
  return rest;
}

/**
 * The Taylor series 1 - x^2 / (f (f - 1)) (1 - x^2 / ((f + 2) (f + 1)) (1 - ...)): the cosine for f = 2, and the sine
 * divided by x for f = 3.
 */
function series(x: Exact, first: number): Exact {
  const square = product(x, x);
  let result: Exact = [1, 0];
  for (let term = TERMS - 1; term >= 0; term--) {
    const factor = first + 2 * term;
    const [high, low] = quotient(product(square, result), factor * (factor - 1));
    result = sum([1, 0], [-high, -low]);
  }
  return result;
}
