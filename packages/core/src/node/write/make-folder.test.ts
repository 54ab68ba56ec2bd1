import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
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
