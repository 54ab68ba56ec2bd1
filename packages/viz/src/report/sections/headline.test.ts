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

test('the time of a head on features is named', () => {
  const models = [{ ...page.models[0]!, onFeatures: true }]; // the report has one model
  expect(textOf(headline({ ...page, models }).markup)).toContain(
    'Training of the head 3 min 20 s 2 epochs on onnx, without the evaluation and the report, nor the features of the base',
  );
});

test('without an evaluation there is no accuracy, and without a model only the title', () => {
  const { evaluation: _, ...unchecked } = page.models[0]!; // the report has one model
  const text = textOf(headline({ ...page, models: [unchecked] }).markup);
  expect(text).not.toMatch(/Validation accuracy|recognises/);
  expect(text).toContain('Parameters 243K');
  expect(textOf(headline({ ...page, models: [] }).markup).trim()).toBe('Sprout report seedlings');
});

test('of a model of tags, the result is F2', () => {
  const [model] = page.models;
  const evaluation = { ...model!.evaluation!, f2: 0.8754, f2AtHalf: 0.8, confusion: [] }; // the report has one model
  const text = textOf(headline({ ...page, models: [{ ...model!, evaluation }] }).markup); // as above
  expect(text).toMatch(/small-cnn gives each image its tags, out of 12 tags: .* F2 is 0\.875/);
  expect(text).toContain('with 0.5 for each tag: 0.800');
  expect(text).not.toMatch(/recognises|guessing|to learn from/);
});
