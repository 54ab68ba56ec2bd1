import { expect, test } from 'vitest';
import { mcnemar } from './mcnemar.ts';

// scipy.stats.binomtest(min(b, c), b + c).pvalue
test.each([
  [0, 0, 1],
  [3, 3, 1],
  [1, 9, 0.021484375],
  [12, 5, 0.143463134765625],
  [2, 40, 4.1109160520136356e-10],
  [700, 800, 0.010559255466711506],
])('%d images against %d: %d', (first, second, probability) => {
  expect(mcnemar(first, second) / probability).toBeCloseTo(1, 5);
  expect(mcnemar(second, first)).toBe(mcnemar(first, second));
});
