import { expect, test } from 'vitest';
import { calibrationError } from './calibration-error.ts';

test('averages the distances between accuracy and probability of the bins', () => {
  const answers = [
    { probability: 0.95, correct: true },
    { probability: 0.95, correct: false },
    { probability: 0.55, correct: true },
    { probability: 0.55, correct: true },
  ];
  // bins of 0.1: |0.5 - 0.95| for two of four, |1 - 0.55| for the others
  expect(calibrationError(answers, 10)).toBeCloseTo(0.5 * 0.45 + 0.5 * 0.45, 12);
  // in one bin the errors cancel in part: |3/4 - 0.75|
  expect(calibrationError(answers, 1)).toBeCloseTo(0, 12);
});

test('a probability on the bound of two bins is in the lower one, and 0 and 1 are in the outer ones', () => {
  const answers = [
    { probability: 0.5, correct: true },
    { probability: 0.6, correct: false },
  ];
  expect(calibrationError(answers, 2)).toBeCloseTo((0.5 + 0.6) / 2, 12); // one in each bin
  expect(calibrationError([{ probability: 0, correct: false }])).toBe(0);
  expect(calibrationError([{ probability: 1, correct: false }])).toBe(1);
});

test('without samples it is NaN, and there is at least one bin', () => {
  expect(calibrationError([])).toBeNaN();
  expect(() => calibrationError([], 0)).toThrow(/bins/);
});
