import { expect, test } from 'vitest';
import { definedScores } from './defined-scores.ts';

const zero = { precision: 0, recall: 0, f1: 0 };

test('scores without a denominator are NaN, and all others stay', () => {
  const known = { name: 'known', precision: 0.5, recall: 1, f1: 2 / 3, support: 2 };
  const classes = [
    known,
    { name: 'only predicted', ...zero, support: 0 },
    { name: 'never predicted', ...zero, support: 1 },
    { name: 'absent', ...zero, support: 0 },
  ];
  const confusion = [
    [2, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 1, 0, 0],
    [0, 0, 0, 0],
  ];
  expect(definedScores({ classes, confusion })).toEqual([
    known,
    { name: 'only predicted', precision: 0, recall: NaN, f1: NaN, support: 0 },
    { name: 'never predicted', precision: NaN, recall: 0, f1: 0, support: 1 },
    { name: 'absent', precision: NaN, recall: NaN, f1: NaN, support: 0 },
  ]);
});

test('of tags the precision stays, as the predicted ones are not known', () => {
  const tag = { name: 'road', ...zero, f2: 0, threshold: 0.2, support: 0 };
  expect(definedScores({ classes: [tag], confusion: [] })).toEqual([
    { ...tag, recall: NaN, f1: NaN, f2: NaN },
  ]);
});
