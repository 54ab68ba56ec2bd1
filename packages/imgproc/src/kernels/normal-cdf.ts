const LOG_OF_ROOT = 0.5 * Math.log(2 * Math.PI);
/** Beyond it the result is 0 or 1 in double precision. */
const FAR = 8.3;

/**
 * The probability that a standard normal number is below `x`, to about 1e-16.
 *
 * @see Marsaglia 2004, "Evaluating the normal distribution".
 */
export function normalCdf(x: number): number {
  if (x > FAR) return 1;
  if (x < -FAR) return 0;
  let term = x;
  let sum = x;
  let before = Number.NaN;
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - LOG_OF_ROOT);
}
