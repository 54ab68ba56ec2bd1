import { samplesFrom } from '@sprout/core';
import { expect, test } from 'vitest';
import { copyNames } from './copy-names.ts';

test('a copy has the name of its image and its number, and no two images share a name', () => {
  const ids = ['a/b.jpg', 'a/c.png', 'a/c.jpg', 'a/b-1.png'];
  const nameOf = copyNames(samplesFrom(ids.map((id) => ({ id, path: id, label: 0 }))));
  expect(ids.map((_, position) => nameOf(position, 1))).toEqual([
    'a/b-1.png',
    'a/c.png-1.png',
    'a/c.jpg-1.png',
    'a/b-1-1.png',
  ]);
  expect(nameOf(0, 12)).toBe('a/b-12.png');
});
