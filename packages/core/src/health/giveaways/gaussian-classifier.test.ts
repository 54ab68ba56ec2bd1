import { expect, test } from 'vitest';
import { rngAt } from '../../random/rng.ts';

import { gaussianClassifier } from './gaussian-classifier.ts';

test('classes with the same mean are distinguished by their variance', () => {
  const rng = rngAt(0, ['spread']);
  const labels = Array.from({ length: 400 }, (_, at) => at % 2);
  const rows = labels.map((label) => Float64Array.of(rng.normal(0, label === 0 ? 0.1 : 2)));
  const classify = gaussianClassifier(rows, labels, 2);
  expect(Math.exp(classify(Float64Array.of(0))[0]!)).toBeGreaterThan(0.8);
  expect(Math.exp(classify(Float64Array.of(3))[1]!)).toBeGreaterThan(0.99);
});

test('constant numbers give equal probabilities, and a class without rows the probability 0', () => {
  const rows = Array.from({ length: 8 }, () => Float64Array.of(0, 0));
  const answer = gaussianClassifier(rows, [0, 1, 0, 1, 0, 1, 0, 1], 3)(Float64Array.of(0, 0));
  expect([...answer].map(Math.exp)).toEqual([0.5, 0.5, 0]);
});
