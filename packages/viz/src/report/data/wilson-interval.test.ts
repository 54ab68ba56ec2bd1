import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

test('equals published values', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [hits, count, low, high] of published) {
    const interval = wilsonInterval(hits / count, count);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  }
});

test('without images the interval is the whole range', () => {
  expect(wilsonInterval(NaN, 0)).toEqual([0, 1]);
});
