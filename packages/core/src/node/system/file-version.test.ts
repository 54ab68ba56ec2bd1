import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { fileVersion, hasSameContent, isSameVersion } from './file-version.ts';

async function makeFile(path: string, text: string): Promise<string> {
  await writeFile(path, text);
  await utimes(path, 1, 2);
  return path;
}

test('is the size, the times and the inode', async () => {
  const file = await makeFile(join(await temporaryFolder(), 'a'), 'four');
  const { ino, ctimeNs } = await stat(file, { bigint: true });
  const version = { bytes: 4n, modified: 2_000_000_000n, changed: ctimeNs, inode: ino };
  expect(await fileVersion(file)).toEqual(version);
});

test('is undefined for a file that was deleted', async () => {
  const file = join(await temporaryFolder(), 'a');
  await writeFile(file, 'four');
  await rm(file);
  expect(await fileVersion(file)).toBeUndefined();
});

test('differs after two folders of files with equal names, sizes and times were swapped', async () => {
  const folder = await temporaryFolder();
  const path = (name: string) => join(folder, name);
  for (const name of ['elm', 'oak']) {
    await mkdir(path(name));
    await makeFile(join(path(name), '1.png'), name);
  }
  const before = (await fileVersion(path('elm/1.png')))!;
  await rename(path('elm'), path('swap'));
  await rename(path('oak'), path('elm'));
  const after = (await fileVersion(path('elm/1.png')))!;
  expect([before.bytes, before.modified]).toEqual([after.bytes, after.modified]);
  expect([isSameVersion(before, after), hasSameContent(before, after)]).toEqual([false, false]);
});

test('differs after a file was written with its old size and its old time', async () => {
  const file = await makeFile(join(await temporaryFolder(), 'a'), 'four');
  const before = (await fileVersion(file))!;
  await makeFile(file, 'five');
  const after = (await fileVersion(file))!;
  expect(isSameVersion(before, before)).toBe(true);
  expect(isSameVersion(before, after)).toBe(false);
});
