import { mkdir, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { entryKind, type EntryKind } from './entry-kind.ts';

/** The kinds of the entries of a folder, by name. */
async function kindsIn(folder: string, followOutside = false): Promise<Map<string, EntryKind>> {
  const root = await realpath(folder);
  const kinds = new Map<string, EntryKind>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const kind = await entryKind(join(folder, entry.name), entry, { root, followOutside });
    kinds.set(entry.name, kind);
  }
  return kinds;
}

test('files and folders are distinguished', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'folder'));
  const kinds = await kindsIn(folder);
  expect(kinds.get('file')).toEqual({ type: 'file' });
  expect(kinds.get('folder')).toEqual({ type: 'folder' });
});

test.skipIf(platform === 'win32')('links inside the folder are followed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'folder'));
  await symlink('file', join(folder, 'to-file'));
  await symlink('folder', join(folder, 'to-folder'));
  await symlink('nowhere', join(folder, 'broken'));
  const kinds = await kindsIn(folder);
  expect(kinds.get('to-file')).toEqual({ type: 'file' });
  expect(kinds.get('to-folder')).toEqual({ type: 'linked-folder' });
  expect(kinds.get('broken')).toEqual({
    type: 'refused',
    reason: 'a link that cannot be followed: it does not exist',
    unreachable: true,
  });
});

test.skipIf(platform === 'win32')('links out of the folder need permission', async () => {
  const outside = await temporaryFolder();
  await writeFile(join(outside, 'a.png'), '');
  const folder = await temporaryFolder();
  await symlink(join(outside, 'a.png'), join(folder, 'a.png'));
  expect((await kindsIn(folder)).get('a.png')).toEqual({
    type: 'refused',
    reason: 'a link that leads out of the folder',
    outside: 'file',
  });
  expect((await kindsIn(folder, true)).get('a.png')).toEqual({ type: 'file' });
});

test.skipIf(platform === 'win32')('a socket is refused', async () => {
  const folder = await temporaryFolder();
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    server.listen(join(folder, 's'), resolve);
  });
  expect((await kindsIn(folder)).get('s')).toEqual({
    type: 'refused',
    reason: 'a socket, not a regular file',
  });
});
