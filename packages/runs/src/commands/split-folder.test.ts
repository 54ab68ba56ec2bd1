import { expect, test } from 'vitest';
import { splitFolder } from './split-folder.ts';

test.each([
  ['photos', 'photos-split'],
  ['data/photos/', 'data/photos-split'],
  ['photos//', 'photos-split'],
  ['C:\\photos\\', 'C:\\photos-split'],
])('the files of %s are copied to %s', (folder, out) => {
  expect(splitFolder(folder)).toBe(out);
});
