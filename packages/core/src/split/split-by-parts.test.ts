import { expect, test } from 'vitest';
import { samplesFrom } from '../dataset/samples-from.ts';
import { splitByParts } from './split-by-parts.ts';

test('the images in the folder of the part are the validation images', () => {
  const ids = ['train/a/1.png', 'val/a/1.png', 'train/val/1.png', 'validation/b/1.png'];
  const samples = samplesFrom(ids.map((id) => ({ id, path: id, label: 0 })));
  const split = splitByParts({ folder: 'photos', classes: ['a'], samples }, 'val');
  expect(Array.from(split.validation, ({ id }) => id)).toEqual(['val/a/1.png']);
  expect(split.training.length).toBe(3);
});
