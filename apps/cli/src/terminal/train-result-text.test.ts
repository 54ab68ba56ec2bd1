import { expect, test } from 'vitest';
import { trainResultText } from './train-result-text.ts';

const samples = { training: 320, validation: 80, bad: 0 };
const result = { samples, validationAccuracy: 0.90625, keptEpoch: 7, isBestKept: true };

test('the accuracy has the epoch whose weights were kept', () => {
  expect(trainResultText(result)).toBe('90.6 % of 80 validation images right (epoch 7, the best)');
  expect(trainResultText({ ...result, keptEpoch: 8, isBestKept: false })).toMatch(
    /right \(epoch 8, the last\)$/,
  );
});

test('a model of tags has its F2', () => {
  expect(trainResultText({ ...result, validationF2: 0.8754 })).toBe(
    'F2 0.875 on 80 validation images (epoch 7, the best)',
  );
});
