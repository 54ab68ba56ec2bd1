import { expect, test } from 'vitest';
import { topK } from './top-k.ts';

test('topK is the share of samples whose true class is among the k most probable, of equal ones the lower class', () => {
  // top_k_accuracy_score([0, 1, 2], [[0.5, 0.3, 0.2], [0.5, 0.3, 0.2], [0.5, 0.3, 0.2]], k=2) = 2 / 3
  const probabilities = Float32Array.of(0.5, 0.3, 0.2, 0.5, 0.3, 0.2, 0.5, 0.3, 0.2);
  const truth = Int32Array.of(0, 1, 2);
  expect([1, 2, 3].map((k) => topK(truth, probabilities, k))).toEqual([1 / 3, 2 / 3, 1]);
  expect(topK(Int32Array.of(1), Float32Array.of(0.5, 0.5), 1)).toBe(0);
  expect(topK(Int32Array.of(1), Float32Array.of(NaN, NaN), 1)).toBe(0);
  expect(topK(Int32Array.of(4), Float32Array.of(0.5, 0.5), 1)).toBe(0);
});
