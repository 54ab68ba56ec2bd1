import { expect, test } from 'vitest';
import { preparedNames } from './prepared-names.ts';

test('the extension becomes png', () => {
  const ids = ['a/b.jpg', 'a/b.c.JPEG', 'a.b/c', 'a/.b', 'c.png'];
  expect(preparedNames(ids)).toEqual(['a/b.png', 'a/b.c.png', 'a.b/c.png', 'a/.b.png', 'c.png']);
});

test('images that would get the same name keep their extension, in any order', () => {
  expect(preparedNames(['a/b.jpg', 'a/b.png', 'a/c.jpg'])).toEqual([
    'a/b.jpg.png',
    'a/b.png.png',
    'a/c.png',
  ]);
  expect(preparedNames(['a/b.png', 'a/b.jpg'])).toEqual(['a/b.png.png', 'a/b.jpg.png']);
});

test('no two names are equal if a name with two extensions exists already', () => {
  expect(preparedNames(['b.jpg', 'b.png', 'b.jpg.webp'])).toEqual([
    'b.jpg.png',
    'b.png.png',
    'b.jpg.webp.png',
  ]);
});
