import { expect, test } from 'vitest';
import { drawGamma, drawShares } from './draw-shares.ts';
import { rngAt } from './rng.ts';

test.each([0.3, 1, 4])('gamma numbers of the shape %d have its mean and its variance', (shape) => {
  const rng = rngAt(1, ['gamma']);
  const drawn = Array.from({ length: 20_000 }, () => drawGamma(rng, shape));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  expect(Math.abs(mean - shape)).toBeLessThan(0.05 * Math.sqrt(shape));
  expect(Math.abs(variance / shape - 1)).toBeLessThan(0.1);
});

test('shares are not negative and have the sum 1', () => {
  const shares = drawShares(rngAt(2, []), 5, 0.1);
  expect(shares.every((share) => share >= 0)).toBe(true);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

/** The distribution functions of Beta(alpha, alpha) that have a formula. */
const BETA_FUNCTIONS: readonly (readonly [number, (x: number) => number])[] = [
  [0.5, (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
  [1, (x) => x],
  [2, (x) => x * x * (3 - 2 * x)],
];

test.each(BETA_FUNCTIONS)(
  'with %d, the first of two shares has its beta distribution',
  (alpha, distribution) => {
    const rng = rngAt(3, ['beta']);
    const drawn = Array.from({ length: 4000 }, () => drawShares(rng, 2, alpha)[0]!);
    const sorted = drawn.toSorted((a, b) => a - b);
    const distances = sorted.map((x, at) => Math.abs(distribution(x) - (at + 0.5) / sorted.length));
    expect(Math.max(...distances)).toBeLessThan(0.025); // Kolmogorov's limit at 1 % for 4000 numbers
  },
);

test('with 0.2, the first of two shares has the variance of its beta distribution', () => {
  const rng = rngAt(3, ['beta']);
  const squares = Array.from({ length: 4000 }, () => (drawShares(rng, 2, 0.2)[0]! - 0.5) ** 2);
  const variance = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  expect(variance).toBeCloseTo(1 / (4 * (2 * 0.2 + 1)), 2);
});
