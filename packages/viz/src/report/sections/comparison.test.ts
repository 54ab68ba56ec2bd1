import { expect, test } from 'vitest';
import { model, names, report, textOf } from '../../../test/report.ts';
import { comparison } from './comparison.ts';

const text = async (change: Parameters<typeof report>[1], count = 2) =>
  textOf((await comparison(report(names(count), change)))?.markup ?? '');

test('a model is compared with baselines and with guessing', async () => {
  const shown = await text({ baselines: [{ name: 'pixels', accuracy: 0.6, samples: 24 }] });
  expect(shown).toMatch(/small-cnn 75\.0 % 55.1 to 88.0 %.*pixels 60\.0 % 40.4 to 76.9 %/);
  expect(shown).toContain('guessing at random 50.0 %');
});

test('always predicting the largest class is shown if it is better than guessing', async () => {
  const classes = [
    { name: 'a', training: 90, validation: 9 },
    { name: 'b', training: 10, validation: 1 },
  ];
  const dataset = { folder: 'x', split: 'y', classes };
  expect(await text({ dataset })).toContain('always “a” 90.0 %');
  expect(await text({})).not.toContain('always');
});

test('several models have a table, and models without an evaluation have no section', async () => {
  const models = [model('small-cnn', names(2)), model('logistic', names(2))];
  const shown = await text({ models });
  expect(shown).toContain('logistic 75.0 % 0.800 243,116 2 3 min 20 s');
  expect(shown).toContain('Validation accuracy');
  expect(shown).not.toContain('In all');
  const timed = await text({ models: models.map((each) => ({ ...each, totalSeconds: 210 })) });
  expect(timed).toContain('logistic 75.0 % 0.800 243,116 2 3 min 20 s 3 min 30 s');
  expect(timed).toContain(
    'Training is the time of the epochs, and in all the time of the whole run',
  );
  expect(await text({})).not.toMatch(/side by side|Validation accuracy/);
  const { evaluation: _, ...unchecked } = model('small-cnn', names(2));
  expect(await comparison(report(names(2), { models: [unchecked] }))).toBeUndefined();
});
