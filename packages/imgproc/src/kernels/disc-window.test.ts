import { expect, test } from 'vitest';
import { discWindow } from './disc-window.ts';

const sumOf = ({ weights }: { readonly weights: ArrayLike<number> }) =>
  Array.from(weights).reduce((sum, weight) => sum + weight, 0);

test('a hard disc of radius 1 is a cross', () => {
  const { size, weights } = discWindow(1, 0.1);
  expect(size).toBe(17);
  const middle = 8 * 17 + 8;
  for (const offset of [0, 1, -1, 17, -17]) expect(weights[middle + offset]).toBeCloseTo(0.2, 12);
  expect(weights[middle + 18]).toBeCloseTo(0, 12);
});

test('the sum of the weights is 1 as long as the disc does not touch the edge of the window', () => {
  expect(sumOf(discWindow(6, 0.5))).toBeCloseTo(1, 12);
  expect(sumOf(discWindow(7, 0.5))).toBeGreaterThan(1);
});
