import { expect, test } from 'vitest';
import { cholesky } from './cholesky.ts';

test('the factor of a diagonal matrix has the roots of its diagonal', () => {
  expect([...cholesky(Float64Array.of(4, 0, 0, 9), 2)]).toEqual([2, 0, 0, 3]);
});

test('the factor times its transpose is the matrix', () => {
  expect([...cholesky(Float64Array.of(4, 2, 2, 5), 2)]).toEqual([2, 0, 1, 2]);
  // the example of Wikipedia, "Cholesky decomposition"
  const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
  expect([...cholesky(matrix, 3)]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('a matrix that is not positive definite has no factor', () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)[3]).toBeNaN();
});
