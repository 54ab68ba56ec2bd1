import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawGamma, drawShares } from './draw-shares.ts';

test.each([0.3, 1, 4])('gamma numbers of the shape %d have its mean and its variance', (shape) => {
  const rng = rngAt(1, ['gamma']);
  const drawn = Array.from({ length: 20_000 }, () => drawGamma(rng, shape));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  expect(Math.abs(mean - shape)).toBeLessThan(0.05 * Math.sqrt(shape));
  expect(Math.abs(variance / shape - 1)).toBeLessThan(0.1);
});

test('with 1, the shares of two numbers are uniform', () => {
  const rng = rngAt(1, ['shares']);
  const first = Array.from({ length: 4000 }, () => drawShares(rng, 2, 1)[0]!);
  const quarters = first.toSorted((a, b) => a - b).filter((_, at) => at % 1000 === 999);
  for (const [index, value] of quarters.entries()) {
    expect(Math.abs(value - (index + 1) / 4)).toBeLessThan(0.03);
  }
});

test('shares are positive and have the sum 1', () => {
  const shares = drawShares(rngAt(2, []), 5, 0.1);
  expect(shares.every((share) => share >= 0)).toBe(true);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
