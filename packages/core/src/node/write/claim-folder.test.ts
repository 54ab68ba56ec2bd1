import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { claimFolder } from './claim-folder.ts';

const CLAIM = { file: '.purpose', purpose: 'apples', others: 'other fruit' };

test('a folder is created, and accepted again for the same purpose', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'basket');
  await claimFolder(folder, CLAIM);
  await writeFiles(folder, ['a/1.png', join('a', deadTemporary())]);
  await claimFolder(folder, CLAIM);
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    '.purpose',
    'a',
    join('a', '1.png'),
  ]);
});

test('another purpose and other files are refused, and nothing is changed', async () => {
  const folder = await temporaryFolder();
  await claimFolder(folder, CLAIM);
  await expect(claimFolder(folder, { ...CLAIM, purpose: 'pears' })).rejects.toMatchObject({
    code: 'folder-occupied',
    context: { folder, holds: 'other fruit' },
  });
  await rm(join(folder, '.purpose'));
  await writeFiles(folder, ['notes.txt']);
  await expect(claimFolder(folder, CLAIM)).rejects.toMatchObject({
    code: 'folder-occupied',
    context: { folder, holds: 'other files' },
  });
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

test('a temporary file of a call that was killed at once is not counted, and removed', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, [deadTemporary()]);
  await claimFolder(folder, CLAIM);
  expect(await readdir(folder)).toEqual(['.purpose']);
});

test('other files stay refused beside a temporary file', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, [deadTemporary(), 'notes.txt']);
  await expect(claimFolder(folder, CLAIM)).rejects.toMatchObject({ code: 'folder-occupied' });
});
