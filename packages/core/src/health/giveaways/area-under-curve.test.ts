import { expect, test } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';

const positive = (positives: readonly number[]) => (at: number) => positives.includes(at);

test('the area is the share of pairs in the right order, ties by half', () => {
  expect(areaUnderCurve([1, 2, 3, 4], positive([2, 3])).area).toBe(1);
  expect(areaUnderCurve([1, 2, 3, 4], positive([0, 1])).area).toBe(0);
  expect(areaUnderCurve([1, 3, 2, 4], positive([2, 3])).area).toBe(0.75);
  expect(areaUnderCurve([5, 5, 5], positive([0])).area).toBe(0.5);
});

test('the area is 0.5 without positives', () => {
  expect(areaUnderCurve([1, 2], positive([]))).toEqual({ area: 0.5, error: 0.5 });
});

test('the error follows Hanley and McNeil', () => {
  // 2 positives, 2 negatives, area 0.75: Q1 = 0.6, Q2 = 0.642857
  const { error } = areaUnderCurve([1, 3, 2, 4], positive([2, 3]));
  expect(error).toBeCloseTo(Math.sqrt((0.1875 + 0.0375 + 0.080357) / 4), 5);
});
