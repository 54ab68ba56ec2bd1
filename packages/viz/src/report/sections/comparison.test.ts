import { expect, test } from 'vitest';
import { model, names, report, textOf } from '../../../test/report.ts';
import { comparison } from './comparison.ts';

const text = (change: Parameters<typeof report>[1], count = 2) =>
  textOf(comparison(report(names(count), change))?.markup ?? '');

test('a model is compared with baselines and with guessing', () => {
  const shown = text({ baselines: [{ name: 'pixels', accuracy: 0.6, samples: 24 }] });
  expect(shown).toMatch(/small-cnn 75\.0 % 55 to 88 %.*pixels 60\.0 % 40 to 77 %/);
  expect(shown).toContain('guessing at random 50.0 %');
});

test('always predicting the largest class is shown if it is better than guessing', () => {
  const classes = [
    { name: 'a', training: 90, validation: 9 },
    { name: 'b', training: 10, validation: 1 },
  ];
  const dataset = { folder: 'x', split: 'y', classes };
  expect(text({ dataset })).toContain('always “a” 90.0 %');
  expect(text({})).not.toContain('always');
});

test('several models have a table, and models without an evaluation have no section', () => {
  const models = [model('small-cnn', names(2)), model('logistic', names(2))];
  expect(text({ models })).toContain('logistic 75.0 % 0.800 243,116 2 3 min 20 s');
  expect(text({})).not.toContain('side by side');
  const { evaluation: _, ...unchecked } = model('small-cnn', names(2));
  expect(comparison(report(names(2), { models: [unchecked] }))).toBeUndefined();
});
