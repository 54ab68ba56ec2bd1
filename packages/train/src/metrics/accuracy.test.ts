import { expect, test } from 'vitest';
import { accuracy } from './accuracy.ts';

const labels = Int32Array.of(0, 0, 0, 1, 1, 2);
const predicted = Int32Array.of(0, 1, 0, 1, 1, 1);

test('accuracy is the share of correct predictions', () => {
  expect(accuracy(labels, predicted)).toBe(4 / 6);
  expect(accuracy(new Int32Array(0), new Int32Array(0))).toBeNaN();
});
