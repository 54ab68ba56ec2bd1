import { chmod, link, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process, { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { copyWhole, isSameFile, isThere, nameAgain } from './transfer-file.ts';

async function files(content: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(content)) await writeFile(join(folder, name), text);
  return { folder, a: join(folder, 'a'), b: join(folder, 'b') };
}

test('a copy has the content and the times of the original', async () => {
  const { folder, a, b } = await files({ a: 'pixels' });
  await utimes(a, 1000, 2000);
  await copyWhole({ from: a, to: b });
  expect(await readFile(b, 'utf8')).toBe('pixels');
  expect((await stat(b)).mtimeMs).toBe(2_000_000);
  expect(await readdir(folder)).toEqual(['a', 'b']);
});

test('a file with a second name is one file', async () => {
  const { folder, a, b } = await files({ a: 'pixels' });
  await nameAgain({ from: a, to: b });
  expect((await stat(b)).ino).toBe((await stat(a)).ino);
  expect(await readdir(folder)).toEqual(['a', 'b']);
});

test.skipIf(platform === 'win32')('a file that its owner cannot write is copied', async () => {
  const { folder, a, b } = await files({ a: 'pixels' });
  await chmod(a, 0o444);
  await chmod(folder, 0o777);
  await asOrdinaryUser(() => copyWhole({ from: a, to: b }));
  expect(await readFile(b, 'utf8')).toBe('pixels');
  expect((await stat(b)).mode % 0o1000).toBe(0o444);
});

/** Permissions do not limit root, so that a call by root is made as another user. */
async function asOrdinaryUser(act: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid!(65_534);
  await act().finally(() => process.seteuid!(0));
}

test.each([
  ['copyWhole', copyWhole],
  ['nameAgain', nameAgain],
])('%s overwrites nothing, and leaves nothing behind', async (_name, transfer) => {
  const { folder, a, b } = await files({ a: 'new', b: 'old' });
  await expect(transfer({ from: a, to: b })).rejects.toMatchObject({
    code: 'file-exists',
    context: { file: b },
  });
  expect(await readFile(b, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a', 'b']);
});

test('a missing original is an error of the system', async () => {
  const { folder, a, b } = await files({});
  await expect(copyWhole({ from: a, to: b })).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(nameAgain({ from: a, to: b })).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(folder)).toEqual([]);
});

test('isThere returns whether a path exists', async () => {
  const { a, b } = await files({ a: '' });
  expect([await isThere(a), await isThere(b)]).toEqual([true, false]);
});

test.skipIf(platform === 'win32')('isThere counts a link whose target does not exist', async () => {
  const { a } = await files({});
  await symlink('nowhere', a);
  expect(await isThere(a)).toBe(true);
});

test('isSameFile compares the file, then the size, then the content', async () => {
  const { folder, a, b } = await files({ a: 'same', b: 'same', c: 'four', d: 'longer' });
  await link(a, join(folder, 'e'));
  const same = async (name: string) => await isSameFile(a, join(folder, name));
  expect(await Promise.all(['a', 'e', 'b', 'c', 'd'].map(same))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(await isSameFile(a, b)).toBe(true);
});
