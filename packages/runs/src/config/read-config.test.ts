import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { namesModel, readConfig } from './read-config.ts';

test('without options, every field has its default', async () => {
  const { data, train, model, engine } = await readConfig({});
  expect(data).toEqual({
    validation: { fraction: 0.2 },
    validationBy: 'random',
    onBad: 'fail',
    followLinks: false,
    cache: true,
  });
  expect(train).toMatchObject({ classWeights: 'none', keep: 'best', seed: 0 });
  expect(model).toEqual({ name: 'small-cnn' });
  expect(engine).toBe('auto');
});

test('options take precedence over settings, settings over the configuration; undefined sets nothing', async () => {
  const config = { train: { epochs: 2, seed: 3, batchSize: 8 } };
  const set = ['train.epochs=3', 'train.seed=4'];
  const { train } = await readConfig({ config, set, epochs: 7, seed: undefined });
  expect(train).toMatchObject({ epochs: 7, seed: 4, batchSize: 8 });
});

test('a configuration can be an object', async () => {
  const { model, recipe } = await readConfig({
    config: { model: { name: 'logistic' }, recipe: [{ op: 'median', size: 3 }] },
  });
  expect(model.name).toBe('logistic');
  expect(recipe).toEqual([{ op: 'median', size: 3 }]);
});

test('one error has all invalid fields, with suggestions', async () => {
  const read = readConfig({ set: ['train.epoch=3', 'data.onBad=explode'] });
  const error: unknown = await read.catch((thrown: unknown) => thrown);
  expect(isSproutError(error, 'config-invalid')).toBe(true);
  expect(String(error)).toMatch(/unknown key "train\.epoch"; did you mean "epochs"\?/);
  expect(String(error)).toContain('data.onBad');
});

test('a model is named by an option, a setting or the configuration', async () => {
  expect(await namesModel({})).toBe(false);
  expect(await namesModel({ config: { model: { filters: [4, 8] } } })).toBe(false);
  expect(await namesModel({ model: 'logistic' })).toBe(true);
  expect(await namesModel({ set: ['model.name=logistic'] })).toBe(true);
  expect(await namesModel({ config: { model: { name: 'small-cnn' } } })).toBe(true);
});

test('recipe and augmentation of a file may be files beside it, or presets', async () => {
  await using scratch = await temporaryFolder();
  const config = join(scratch.path, 'sprout.yaml');
  await writeFile(config, 'recipe: recipe.yaml\naugment: preset:imgaug-book\n');
  await writeFile(join(scratch.path, 'recipe.yaml'), '- { op: median, size: 3 }\n');
  const { recipe, augment } = await readConfig({ config });
  expect(recipe).toEqual([{ op: 'median', size: 3 }]);
  expect(augment).toMatchObject([{ op: 'random-order' }]);
  await rm(join(scratch.path, 'recipe.yaml'));
  await expect(readConfig({ config })).rejects.toThrow(/There is no file .*recipe.yaml/);
});
