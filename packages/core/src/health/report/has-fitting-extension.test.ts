import { expect, test } from 'vitest';
import { hasFittingExtension } from './has-fitting-extension.ts';

test.each([
  ['a/1.png', 'png', true],
  ['a/1.JPG', 'jpeg', true],
  ['a/1.jpe', 'jpeg', true],
  ['a/1.tif', 'tiff', true],
  ['a/1.png', 'jpeg', false],
  ['a/1', 'png', false],
  ['a/1.png.webp', 'png', false],
])('%s as %s: %s', (id, format, expected) => {
  expect(hasFittingExtension(id, format)).toBe(expected);
});

test('any name fits a format without known extensions', () => {
  expect(hasFittingExtension('a/1.png', 'heif')).toBe(true);
});
