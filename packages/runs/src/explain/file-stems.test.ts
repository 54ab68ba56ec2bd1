import { expect, test } from 'vitest';
import { fileStems } from './file-stems.ts';

test('a name that repeats has a number', () => {
  expect(fileStems(['a/cat.jpg', 'b/cat.png', 'Cat.webp', 'dog.jpg'])).toEqual([
    'cat',
    'cat-2',
    'Cat-3',
    'dog',
  ]);
});

test('a number does not meet another name', () => {
  expect(fileStems(['a/x.png', 'x-2.png', 'b/x.png'])).toEqual(['x', 'x-2', 'x-3']);
});
