import { expect, test } from 'vitest';
import { hasImageExtension, isHidden } from './image-name.ts';

test.each(['a.png', 'A.JPG', 'a.jpeg', 'a.b.webp', 'a.gif', 'a.tif', 'a.tiff', 'a.bmp'])(
  '%s has the extension of an image',
  (name) => {
    expect(hasImageExtension(name)).toBe(true);
  },
);

test.each(['a', 'png', 'a.txt', 'a.png.txt', 'a.pngx', ''])(
  '"%s" does not have the extension of an image',
  (name) => {
    expect(hasImageExtension(name)).toBe(false);
  },
);

test.each([
  ['.DS_Store', true],
  ['.ipynb_checkpoints', true],
  ['__MACOSX', true],
  ['Thumbs.db', true],
  ['Thumbs.png', false],
  ['a.png', false],
])('%s is hidden: %s', (name, expected) => {
  expect(isHidden(name)).toBe(expected);
});
