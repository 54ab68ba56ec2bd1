import { realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { eachEntry, walkImages } from './walk-images.ts';

async function folderWith(...paths: string[]) {
  const folder = await temporaryFolder();
  await writeFiles(folder, paths);
  return { folder, rule: { root: await realpath(folder), followOutside: false } };
}

test('finds images at any depth in code-point order, and lists the other files', async () => {
  const { folder, rule } = await folderWith(
    'b.png',
    'a/deep/1.jpg',
    'a/notes.txt',
    '.hidden/2.png',
  );
  expect(await walkImages(folder, '', rule)).toEqual({
    images: ['a/deep/1.jpg', 'b.png'],
    skipped: [{ path: 'a/notes.txt', reason: 'not an image extension' }],
  });
});

test('begins at a path below the folder, to which paths stay relative', async () => {
  const { folder, rule } = await folderWith('a/1.png', 'b/2.png');
  expect((await walkImages(folder, 'b', rule)).images).toEqual(['b/2.png']);
});

test('lists a start that cannot be read', async () => {
  const { folder, rule } = await folderWith('a/1.png');
  expect(await walkImages(folder, 'gone', rule)).toEqual({
    images: [],
    skipped: [{ path: 'gone', reason: 'cannot be read: it does not exist', unreachable: true }],
  });
});

test.skipIf(platform === 'win32')('reads a folder once, by its real path', async () => {
  const { folder, rule } = await folderWith('z/1.png');
  await symlink('z', join(folder, 'a'));
  await symlink('..', join(folder, 'z', 'up'));
  const { images, skipped } = await walkImages(folder, '', rule);
  expect(images).toEqual(['z/1.png']);
  const reason = 'a link to a folder that is read already';
  expect(skipped).toEqual([
    { path: 'a', reason },
    { path: 'z/up', reason },
  ]);
});

test('eachEntry visits the entries of one folder that are not hidden', async () => {
  const { folder, rule } = await folderWith('a/1.png', 'a/b/2.png', 'a/Thumbs.db');
  const found: string[] = [];
  await eachEntry(folder, 'a', { rule, visit: (path, { type }) => found.push(`${path} ${type}`) });
  expect(found.toSorted()).toEqual(['a/1.png file', 'a/b folder']);
});
