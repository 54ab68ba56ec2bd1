import { expect, test } from 'vitest';
import { checkFraction, fractionOf } from './split-options.ts';

test.each([0, 0.2, 0.999])('accepts a fraction of %d', (fraction) => {
  expect(() => checkFraction(fraction)).not.toThrow();
});

test.each([-0.1, 1, Number.NaN])('refuses a fraction of %d', (fraction) => {
  expect(() => checkFraction(fraction)).toThrow('fraction must be at least 0 and below 1');
});

test.each([
  [10, 0.25, 3],
  [10, 0.24, 2],
  [2, 0.01, 1],
  [2, 0.99, 1],
  [1, 0.9, 0],
  [0, 0.5, 0],
  [10, 0, 0],
])('of %d samples, a fraction of %d is %d', (available, fraction, expected) => {
  expect(fractionOf(available, fraction)).toBe(expected);
});
