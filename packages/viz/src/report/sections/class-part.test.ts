import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../../test/report.ts';
import { classPart } from './class-part.ts';

test('a score that is not defined is a dash, which the caption explains', async () => {
  const whole = evaluation(names(2));
  const [first, second] = whole.classes;
  const absent = { ...second!, precision: 0, recall: NaN, f1: NaN, support: 0 };
  const text = textOf((await classPart({ ...whole, classes: [first!, absent] }, 'm')).markup);
  expect(text).toContain('class 1 0.0 % – – 0');
  expect(text).toContain('A dash: the class has no images');
  expect(textOf((await classPart(whole, 'm')).markup)).not.toContain('A dash');
});

test('has a row of scores for each class', async () => {
  const text = textOf((await classPart(evaluation(names(2)), 'm')).markup);
  expect(text).toContain('class 0 70.0 % 80.0 % 0.747 12');
  expect(text).toContain('class 1 70.0 % 80.0 % 0.747 12');
  expect(text).toContain('in the order of the classes of the model');
});
