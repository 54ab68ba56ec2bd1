import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { symmetricEigen } from './symmetric-eigen.ts';

function symmetric(side: number, seed: number): Float64Array {
  const rng = rngAt(seed, ['matrix']);
  const matrix = new Float64Array(side * side);
  for (let i = 0; i < side; i++)
    for (let j = 0; j <= i; j++) matrix[i * side + j] = matrix[j * side + i] = rng.normal(0, 1);
  return matrix;
}

test('of a diagonal matrix the values are the diagonal', () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(3, 0, 0, -1), 2);
  expect([...values]).toEqual([3, -1]);
  expect([...vectors].map(Math.abs)).toEqual([1, 0, 0, 1]);
});

test('of [[2, 1], [1, 2]] they are 1 and 3', () => {
  const { values } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  expect([...values].toSorted((a, b) => a - b)).toEqual(
    [1, 3].map((value) => expect.closeTo(value, 12)),
  );
});

test.each([1, 2, 3, 7, 40])('a matrix of %i rows is the sum of its parts', (side) => {
  const matrix = symmetric(side, side);
  const { values, vectors } = symmetricEigen(matrix.slice(), side);
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      let total = 0;
      for (let at = 0; at < side; at++)
        total += values[at]! * vectors[at * side + i]! * vectors[at * side + j]!;
      expect(total).toBeCloseTo(matrix[i * side + j]!, 10);
    }
  }
});

test('a matrix of rank 1 has one value, and the others are 0', () => {
  const { values } = symmetricEigen(Float64Array.of(1, 2, 3, 2, 4, 6, 3, 6, 9), 3);
  expect([...values].toSorted((a, b) => a - b)).toEqual(
    [0, 0, 14].map((value) => expect.closeTo(value, 10)),
  );
});
