import { expect, test } from 'vitest';
import { imgaugSize } from './imgaug-size.ts';

test.each([
  [0.01, 5],
  [1.8, 5],
  [1.9, 7],
  [2.99, 9],
  [3, 9],
  [4.99, 15],
  [5, 13],
  [50, 131],
])('%d pixels: %d', (deviation, size) => {
  expect(imgaugSize(deviation)).toBe(size);
});
