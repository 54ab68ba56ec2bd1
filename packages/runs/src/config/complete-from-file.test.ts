import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { completeFromFile, withNamedFile } from './complete-from-file.ts';

/** A Keras model for images of 20 x 24 pixels. */
const FILE = fileURLToPath(
  new URL('../../../train/fixtures/file-base/functional.keras', import.meta.url),
);

describe('a model that is named by a file', () => {
  test.each(['base.keras', 'a/model.json', 'C:\\models\\Base.H5'])('%s', (name) => {
    expect(withNamedFile({ model: { name, input: 'tf' }, train: {} })).toEqual({
      model: { name: 'file', weights: name, input: 'tf' },
      train: {},
    });
  });

  test('may have its weights in another file', () => {
    const model = { name: 'base.keras', weights: 'own.npz' };
    expect(withNamedFile({ model })).toEqual({ model: { ...model, name: 'file' } });
  });

  test.each([{ model: { name: 'vgg16' } }, { model: { weights: 'base.keras' } }, {}, 7])(
    'is not %j',
    (config) => {
      expect(withNamedFile(config)).toBe(config);
    },
  );
});

describe('the recipe of a base in a file', () => {
  const recipe = [{ op: 'resize', height: 20, width: 24, resampler: 'pil-bilinear' }];

  test.each([FILE, { file: FILE }])('resizes to the size in the file: %j', async (weights) => {
    const config = { model: { name: 'file', weights } };
    expect(await completeFromFile(config)).toEqual({ ...config, recipe });
  });

  test.each([
    { model: { name: 'file', weights: FILE }, recipe: [] },
    { model: { name: 'file' } },
    { model: { name: 'file', weights: 'https://example.org/base.keras' } },
    { model: { name: 'vgg16', weights: FILE } },
  ])('stays as it is: %j', async (config) => {
    expect(await completeFromFile(config)).toBe(config);
  });

  test('needs the file', async () => {
    const config = { model: { name: 'file', weights: 'missing.keras' } };
    await expect(completeFromFile(config)).rejects.toMatchObject({ code: 'file-missing' });
  });
});
