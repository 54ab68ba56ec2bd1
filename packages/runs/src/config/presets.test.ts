import { fileURLToPath } from 'node:url';
import { drawAugmentation } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { presetNames, presetOf } from './presets.ts';
import { resolveTraining } from './resolve-training.ts';
import { readConfig } from './read-config.ts';
import { settingsOf } from './settings-of.ts';

const resolved = async (config: string, more: object = {}) =>
  resolveTraining(await readConfig({ config, folder: 'photos', ...more }));

test.each(presetNames)('%s is a valid configuration', async (name) => {
  const { data, recipe, train } = await resolved(`preset:${name}`);
  expect(data.folder).toBe('photos');
  expect(recipe).toMatchObject([{ op: 'resize', height: 150, width: 150 }, ...recipe.slice(1)]);
  expect(train.batchSize).toBe(32);
});

test('imgaug-book augments in a random order', async () => {
  const { augment } = await resolved('preset:imgaug-book');
  const drawn = drawAugmentation(augment, { seed: 0, epoch: 0, id: 'a/1.png' });
  expect(drawn).toMatchObject([{ op: 'random-order', numbers: { order: expect.any(Array) } }]);
});

test("keras-image-data-generator draws Keras' numbers", async () => {
  const { augment } = await resolved('preset:keras-image-data-generator');
  const drawn = drawAugmentation(augment, { seed: 0, epoch: 0, id: 'a/1.png' });
  expect(drawn).toMatchObject([{ op: 'keras', numbers: { brightness: null, channelShift: null } }]);
});

test('settings and options take precedence over a preset', async () => {
  const { train, model } = await resolved('preset:book-baseline', {
    set: ['train.batchSize=8'],
    epochs: 3,
  });
  expect(train).toMatchObject({ batchSize: 8, epochs: 3 });
  expect(model.name).toBe('logistic');
});

test('a preset gives its recipe or its augmentation, if it has one', async () => {
  const [recipe, augment] = await settingsOf({
    recipe: 'preset:book-masked',
    augment: 'preset:imgaug-book',
  });
  expect(recipe?.value).toMatchObject([{ op: 'resize' }, { op: 'colour-mask' }, { op: 'median' }]);
  expect(augment?.value).toMatchObject([{ op: 'random-order' }]);
  await expect(settingsOf({ recipe: 'preset:imgaug-book' })).rejects.toThrow(
    'preset:imgaug-book is not a valid recipe: it has no section recipe',
  );
});

test('a caller cannot change a preset', () => {
  const preset = presetOf('preset:imgaug-book');
  (preset!.augment as unknown[]).pop();
  expect(presetOf('preset:imgaug-book')?.augment).toHaveLength(1);
});

test('an unknown preset is an error; another text is no preset', async () => {
  await expect(resolved('preset:imgaug-bok')).rejects.toThrow(
    'Unknown preset "imgaug-bok"; did you mean "imgaug-book"?',
  );
  expect(presetOf(fileURLToPath(import.meta.url))).toBeUndefined();
});
