import { expect, test } from 'vitest';
import { roundHalfEven } from './round-half-even.ts';

test.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [-0.5, 0],
  [-1.5, -2],
  [2.51, 3],
  [-2.49, -2],
  [7, 7],
])('%d becomes %d', (value, expected) => {
  expect(roundHalfEven(value) + 0).toBe(expected); // -0 becomes 0
});
