import { expect, test } from 'vitest';
import { evaluation, names, textOf } from '../../../test/report.ts';
import { classPart } from './class-part.ts';

test('has a row of scores for each class', async () => {
  const text = textOf((await classPart(evaluation(names(2)), 'm')).markup);
  expect(text).toContain('class 0 70.0 % 80.0 % 0.747 12');
  expect(text).toContain('class 1 70.0 % 80.0 % 0.747 12');
  expect(text).toContain('in the order of the classes of the model');
});
