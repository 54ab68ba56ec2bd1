import { expect, test } from 'vitest';
import { PRECISION_BITS, pilCoefficients } from './pil-coefficients.ts';
import { pilFilters } from './pil-filters.ts';

const ONE = 1 << PRECISION_BITS;

test('a box of two source pixels for each target pixel', () => {
  const { starts, counts, weights, taps } = pilCoefficients(4, 2, pilFilters.box);
  expect([...starts]).toEqual([0, 2]);
  expect([...counts]).toEqual([2, 2]);
  for (const target of [0, 1]) {
    expect([...weights.subarray(target * taps, target * taps + 2)]).toEqual([ONE / 2, ONE / 2]);
  }
});

test.each(Object.entries(pilFilters))(
  '%s: the weights of each position add up to one',
  (_, filter) => {
    for (const [from, to] of [
      [10, 3],
      [3, 10],
      [7, 7],
    ] as const) {
      const { starts, counts, weights, taps } = pilCoefficients(from, to, filter);
      for (let target = 0; target < to; target++) {
        const used = weights.subarray(target * taps, target * taps + counts[target]!);
        const sum = used.reduce((total, weight) => total + weight, 0);
        expect(Math.abs(sum - ONE)).toBeLessThanOrEqual(used.length);
        expect(starts[target]! + counts[target]!).toBeLessThanOrEqual(from);
      }
    }
  },
);

test.each(Object.entries(pilFilters))('%s is 0 beyond its support', (_, { support, weight }) => {
  for (const beyond of [0.001, 0.5, 2]) {
    expect(weight(support + beyond)).toBeCloseTo(0, 12);
    expect(weight(-support - beyond)).toBeCloseTo(0, 12);
  }
});
