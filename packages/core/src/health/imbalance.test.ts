import { expect, test } from 'vitest';
import { imbalance } from './imbalance.ts';

test('equal classes have the ratio 1, and each counts as one effective class', () => {
  const { ratio, effectiveClasses } = imbalance([5, 5, 5, 5]);
  expect(ratio).toBe(1);
  expect(effectiveClasses).toBeCloseTo(4, 10);
});

test('the ratio is that of the largest class to the smallest', () => {
  expect(imbalance([30, 10, 20]).ratio).toBe(3);
});

test('one large class with small ones makes little more than one effective class', () => {
  // entropy of 0.98, 0.01, 0.01: 0.11190
  expect(imbalance([98, 1, 1]).effectiveClasses).toBeCloseTo(Math.exp(0.1119), 3);
});

test('there is no ratio with an empty class', () => {
  expect(imbalance([3, 0])).toEqual({ effectiveClasses: 1 });
  expect(imbalance([0, 0])).toEqual({ effectiveClasses: 0 });
});
