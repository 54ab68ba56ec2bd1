import { samplesFrom } from '@sprout/core';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { idsByPath } from './ids-by-path.ts';

function datasetOf(folder: string, ids: readonly string[]) {
  const samples = samplesFrom(ids.map((id) => ({ id, path: `${folder}/${id}`, label: 0 })));
  return { folder, classes: ['oak', 'photos'], samples };
}

test.each([
  'oak/1.png',
  './oak/1.png',
  'oak\\1.png',
  '.\\oak\\1.png',
  'oak//1.png',
  'photos/oak/1.png',
  'photos\\oak\\1.png',
  'data/photos/oak/1.png',
  './data/photos/oak/1.png',
  resolve('data/photos/oak/1.png'),
])('%j is the path of oak/1.png in data/photos', (path) => {
  expect(idsByPath(datasetOf('data/photos', ['oak/1.png']))(path)).toBe('oak/1.png');
});

test('a path of no image is returned as it is', () => {
  const idOf = idsByPath(datasetOf('data/photos', ['oak/1.png']));
  for (const path of ['1.png', 'other/oak/1.png', '', './oak/2.png', 'a\\b'])
    expect(idOf(path)).toBe(path);
});

test('an exact path takes precedence over the name of the folder', () => {
  const idOf = idsByPath(datasetOf('photos', ['photos/1.png', '1.png', 'oak/a\\b.png']));
  expect(idOf('photos/1.png')).toBe('photos/1.png');
  expect(idOf('oak/a\\b.png')).toBe('oak/a\\b.png');
});
