import { expect, test } from 'vitest';
import { cholesky, solveCholesky } from './cholesky.ts';

// prettier-ignore
const matrix = () => Float64Array.of(
    4,  12, -16,
   12,  37, -43,
  -16, -43,  98,
);

test('the factor times its transpose is the matrix, and only the lower triangle is read', () => {
  const lower = matrix();
  lower.fill(NaN, 1, 3);
  cholesky(lower, 3);
  expect([...lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('a system of equations is solved', () => {
  const lower = matrix();
  cholesky(lower, 3);
  const b = Float64Array.of(4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294); // of x = [1, 2, 3]
  solveCholesky(lower, b);
  for (const [at, value] of b.entries()) expect(value).toBeCloseTo(at + 1, 9);
});
