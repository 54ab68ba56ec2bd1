import { expect, test } from 'vitest';
import { imbalance } from './imbalance.ts';

test('equal classes have the ratio 1 and count fully', () => {
  const { ratio, effectiveClasses } = imbalance([5, 5, 5, 5]);
  expect(ratio).toBe(1);
  expect(effectiveClasses).toBeCloseTo(4, 10);
});

test('the ratio is that of the largest class to the smallest', () => {
  expect(imbalance([30, 10, 20]).ratio).toBe(3);
});

test('one large class among small ones counts little more than one', () => {
  // entropy of 0.98, 0.01, 0.01: 0.11190
  expect(imbalance([98, 1, 1]).effectiveClasses).toBeCloseTo(Math.exp(0.1119), 3);
});

test('an empty class leaves the ratio out', () => {
  expect(imbalance([3, 0])).toEqual({ effectiveClasses: 1 });
  expect(imbalance([0, 0])).toEqual({ effectiveClasses: 0 });
});
