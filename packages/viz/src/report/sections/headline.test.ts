import { expect, test } from 'vitest';
import { names, report, textOf } from '../../../test/report.ts';
import { headline } from './headline.ts';

const page = report(names(12));

test('has the accuracy and the numbers behind it', () => {
  const text = textOf(headline(page).markup);
  expect(text).toContain('small-cnn tells 12 classes apart: it recognises 75.0 % of 144 images');
  expect(text).toMatch(/Images 1,200 1,056 to learn from, 144 to check/);
  expect(text).toContain('Parameters 243K small-cnn');
  expect(text).toContain('Training 3 min 20 s 2 epochs on onnx');
  expect(text).toContain('95 % interval 67.3 % to 81.4 %; guessing: 8.3 %');
});

test('without an evaluation there is no accuracy, and without a model only the title', () => {
  const { evaluation: _, ...unchecked } = page.models[0]!; // the report has one model
  const text = textOf(headline({ ...page, models: [unchecked] }).markup);
  expect(text).not.toMatch(/Validation accuracy|recognises/);
  expect(text).toContain('Parameters 243K');
  expect(textOf(headline({ ...page, models: [] }).markup).trim()).toBe('Sprout report seedlings');
});
