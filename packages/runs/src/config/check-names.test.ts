import { expect, test } from 'vitest';
import { checkNames } from './check-names.ts';

test.each<[object, string]>([
  [{ recipe: [{ op: 'rezise' }] }, 'Unknown recipe op "rezise"; did you mean "resize"?'],
  [{ augment: [{ op: 'rotate', degree: 3 }] }, 'Unknown field of the op rotate: "degree"'],
  [{ recipe: [{ op: 'median', size: 4 }] }, 'recipe[0] (median) is not valid: size: must be odd'],
  [{ model: { name: 'small-cn' } }, 'Unknown model "small-cn"; did you mean "small-cnn"?'],
])('%j is a mistake in the file', (config, reason) => {
  expect(() => checkNames('a.yaml', config)).toThrow(
    expect.objectContaining({
      code: 'config-invalid',
      message: expect.stringMatching(/^a\.yaml is not a valid configuration: /) as string,
    }),
  );
  expect(() => checkNames('a.yaml', config)).toThrow(reason);
});

test.each<object>([
  {},
  { model: { name: 'auto' } },
  { model: { name: 'photos.keras' } },
  { model: { name: 3 }, recipe: 'recipe.yaml' }, // the schema refuses it
  { recipe: [{ op: 'median', size: 3 }], model: { dropout: 0.5 } },
])('%j has no mistake of this kind', (config) => {
  expect(() => checkNames('a.yaml', config)).not.toThrow();
});
