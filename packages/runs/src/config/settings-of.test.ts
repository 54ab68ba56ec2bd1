import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { settingsOf, shareOf } from './settings-of.ts';

test('an option sets its field, an undefined option sets none', async () => {
  const settings = await settingsOf({ epochs: 3, seed: undefined, model: 'logistic' });
  expect(settings).toEqual([
    { path: ['model', 'name'], value: 'logistic', option: 'model' },
    { path: ['train', 'epochs'], value: 3, option: 'epochs' },
  ]);
});

test('a validation below 1 is a share', () => {
  expect(shareOf(0.25)).toEqual({ fraction: 0.25 });
  expect(shareOf(1)).toEqual({ perClass: 1 });
});

test('ops are given as a list, as a file with a list, or as a configuration with a section', async () => {
  await using folder = await temporaryFolder();
  const [list, config] = [join(folder.path, 'list.json'), join(folder.path, 'config.yaml')];
  await writeFile(list, '[{ "op": "median", "size": 3 }]');
  await writeFile(config, 'recipe: [{ op: median, size: 3 }]\ntrain: { epochs: 2 }');
  const value = [{ op: 'median', size: 3 }] as const;
  for (const recipe of [value, list, config])
    expect(await settingsOf({ recipe })).toEqual([{ path: ['recipe'], value, option: 'recipe' }]);
});

test('no augmentation is an empty list', async () => {
  const [setting] = await settingsOf({ augment: false });
  expect(setting).toMatchObject({ path: ['augment'], value: [] });
});

test('optimiser, learning rate and patience set fields of the training', async () => {
  const settings = await settingsOf({ optimiser: 'sgd', learningRate: 0.1, patience: 2 });
  expect(settings.map(({ path, value }) => [path.join('.'), value])).toEqual([
    ['train.optimiser.name', 'sgd'],
    ['train.optimiser.learningRate', 0.1],
    ['train.earlyStopping.patience', 2],
  ]);
});

test.each([{ validation: 2 }, { validationBy: 'hash' }, { groupBy: 'plant' }] as const)(
  'a table of subsets beside %o is an error',
  async (other) => {
    await expect(settingsOf({ split: 'split.csv', ...other })).rejects.toThrow(
      'must be left out where the option split divides the images',
    );
  },
);

test('an op that is not valid is blamed on its file', async () => {
  await using folder = await temporaryFolder();
  const recipe = join(folder.path, 'recipe.yaml');
  await writeFile(recipe, '- { op: rezise }');
  await expect(settingsOf({ recipe })).rejects.toThrow(
    `${recipe} is not a valid recipe: Unknown recipe op "rezise"; did you mean "resize"?`,
  );
});

test.each([
  ['foo: bar', 'it must hold a list of ops, or a configuration with such a list in the section '],
  ['a text', 'it must hold a list of ops, or a configuration with such a list in the section '],
  ['- { op: 3', 'Flow map in block collection must be'],
])('%j is called a recipe or an augmentation that is not valid', async (text, reason) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'ops.yaml');
  await writeFile(file, text);
  const start = `${file} is not a valid`;
  await expect(settingsOf({ recipe: file })).rejects.toThrow(`${start} recipe: ${reason}`);
  await expect(settingsOf({ augment: file })).rejects.toThrow(`${start} augmentation: ${reason}`);
});
