import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fusedMultiplyAdd } from './fused-multiply-add.ts';

// Computed with fractions in Python, rounded once.
test.each([
  [0.1, 10, -1, 5.551115123125783e-17],
  [1.0000000000000002, 0.9999999999999999, -1, 1.1102230246251563e-16],
  [3.3, -2.7, 8.91, 3.552713678800504e-17],
  [1e16 + 2, 1.0000000000000002, -1e16, 4.220446049250313],
])('%d * %d + %d is rounded once', (a, b, c, expected) => {
  expect(fusedMultiplyAdd(a, b, c)).toBe(expected);
});

const small = fc.integer({ min: -(2 ** 25), max: 2 ** 25 });

test('whole numbers give the exact result', () => {
  fc.assert(
    fc.property(small, small, small, (a, b, c) => {
      expect(fusedMultiplyAdd(a, b, c)).toBe(a * b + c + 0);
    }),
  );
});

test('a product that is exact is added as usual', () => {
  expect(fusedMultiplyAdd(2, 0.1, 0.3)).toBe(0.2 + 0.3);
  expect(fusedMultiplyAdd(0, 5, 0.3)).toBe(0.3);
});
