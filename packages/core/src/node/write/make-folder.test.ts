import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chdir, cwd, platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { makeFolder } from './make-folder.ts';

test('creates a folder and its parents, and accepts one that exists', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b');
  await makeFolder(folder);
  await makeFolder(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('reports a file at the path', async () => {
  const file = join(await temporaryFolder(), 'a');
  await writeFile(file, '');
  await expect(makeFolder(join(file, 'b'))).rejects.toMatchObject({
    code: 'file-unwritable',
    context: { reason: 'a part of its path is not a folder' },
  });
});

test('many calls at once create a folder', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b');
  await Promise.all([1, 2, 3, 4].map(() => makeFolder(folder)));
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test.skipIf(platform !== 'linux')('a place without folders to make is an error', async () => {
  await expect(makeFolder('/proc/sprout/cache')).rejects.toMatchObject({
    message: 'Cannot write /proc/sprout: no folder can be made in /proc',
  });
});

test('a relative path whose first part has one letter is created', async () => {
  const before = cwd();
  chdir(await temporaryFolder());
  try {
    await makeFolder(join('k', 'out'));
    expect(await readdir('k')).toEqual(['out']);
  } finally {
    chdir(before);
  }
});
