import { expect, test } from 'vitest';
import { kolmogorov } from '../../test/distribution.ts';
import { normalNumbers } from './normal-numbers.ts';

const COUNT = 1_000_000;
const numbers = normalNumbers(COUNT, [1, 2, 3, 4]);

/** The normal distribution function, by a continued fraction outwards and a series inwards (Abramowitz and Stegun 26.2). */
function normal(at: number): number {
  if (at < 0) return 1 - normal(-at);
  const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
  if (at > 4) {
    let fraction = at;
    for (let term = 40; term > 0; term--) fraction = at + term / fraction;
    return 1 - density / fraction;
  }
  let [term, sum] = [at, at];
  for (let odd = 3; odd < 120; odd += 2) sum += term *= (at * at) / odd;
  return 0.5 + density * sum;
}

test('the numbers have the normal distribution', () => {
  expect(kolmogorov([...numbers.subarray(0, 200_000)], normal)).toBeLessThan(1.95);
});

test.each([2, 3, 3.6, 3.7, 4, 4.5])('as many as expected are farther than %d from 0', (border) => {
  const expected = 2 * (1 - normal(border));
  const share = numbers.filter((number) => Math.abs(number) > border).length / COUNT;
  const error = Math.sqrt((expected * (1 - expected)) / COUNT);
  expect(Math.abs(share - expected)).toBeLessThan(3.3 * error);
});

test('numbers that follow one another are not correlated', () => {
  const products = numbers.subarray(1).map((number, at) => number * numbers[at]!);
  const mean = products.reduce((sum, product) => sum + product, 0) / products.length;
  expect(Math.abs(mean)).toBeLessThan(3.3 / Math.sqrt(COUNT));
});

test('gives the recorded numbers', () => {
  // They may change only in a major version: finished runs are repeated with them.
  expect([...normalNumbers(4, [1, 2, 3, 4])]).toMatchInlineSnapshot(`
    [
      0.45979214828312104,
      0.8933860357347708,
      0.02350199674893477,
      1.0938528906108997,
    ]
  `);
});
