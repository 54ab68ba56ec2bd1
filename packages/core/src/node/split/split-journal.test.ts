import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { journalOf, readJournal, writeJournal } from './split-journal.ts';

async function makeFolders() {
  const root = await temporaryFolder();
  const [photos, out] = [join(root, 'photos'), join(root, 'out')];
  await mkdir(photos);
  await mkdir(out);
  return { root, photos, out };
}

test('a plan is read as it was written, whatever characters its paths contain', async () => {
  const { photos, out } = await makeFolders();
  const transfers = ['1.png', 'b, "c"/=2\n.png'].map((name) => ({
    from: join(photos, name),
    to: join(out, name),
  }));
  await writeJournal({ mode: 'move', out, transfers });
  expect(await readJournal(out, photos)).toEqual({ mode: 'move', out, transfers });
});

test('a folder without a journal is reported', async () => {
  const { photos, out } = await makeFolders();
  await expect(readJournal(out, photos)).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: journalOf(out) },
  });
});

test.each([
  ['path,class,subset\na,b,training\n', 'not the journal of a split'],
  ['mode,from,to\n', 'not the journal of a split'],
  ['mode,from,to\nlink,/a,/b\nsha256,0,\n', 'not the journal of a split'],
  ['mode,from,to\ncopy,/a,/b\nsha256,0,\n', 'it was changed since it was written'],
  ['mode,from,to\ncopy,/a,/b\n', 'not the journal of a split'],
  ['mode,from,to\ncopy,/a,/b\ncopy,/c,/d\n', 'it was changed since it was written'],
])('refuses %j', async (text, reason) => {
  const { photos, out } = await makeFolders();
  await writeFile(journalOf(out), text);
  await expect(readJournal(out, photos)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { reason },
  });
});

test('a change of any byte is noticed', async () => {
  const { photos, out } = await makeFolders();
  const transfers = [{ from: join(photos, 'a/1.png'), to: join(out, 'a/1.png') }];
  await writeJournal({ mode: 'copy', out, transfers });
  const bytes = await readFile(journalOf(out));
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1 << (at % 8);
    await writeFile(journalOf(out), changed);
    await expect(readJournal(out, photos), `byte ${at}`).rejects.toMatchObject({
      code: 'file-invalid',
    });
  }
});

test.each([
  ['out/a.png', 'out/a.png', 'out/a.png is not inside of'],
  ['photos/a.png', 'photos/a.png', 'photos/a.png is not inside of'],
  ['elsewhere/a.png', 'out/a.png', 'elsewhere/a.png is not inside of'],
  ['photos/a.png', 'elsewhere/a.png', 'elsewhere/a.png is not inside of'],
  ['photos-2/a.png', 'out/a.png', 'photos-2/a.png is not inside of'],
  ['photos', 'out/a.png', 'photos is not inside of'],
])('refuses a sealed journal with the file %s for %s', async (from, to, fault) => {
  const { root, photos, out } = await makeFolders();
  const transfers = [{ from: join(root, from), to: join(root, to) }];
  await writeJournal({ mode: 'copy', out, transfers });
  await expect(readJournal(out, photos)).rejects.toThrow(fault);
});

test('refuses paths that contain dots', async () => {
  const { root, photos, out } = await makeFolders();
  const transfers = [{ from: `${photos}/a/../../other.png`, to: join(out, 'a.png') }];
  await writeJournal({ mode: 'move', out, transfers });
  await expect(readJournal(out, photos)).rejects.toMatchObject({ code: 'file-invalid' });
  expect(root).not.toBe(photos);
});

test.skipIf(platform === 'win32')('compares real folders', async () => {
  const { root, photos, out } = await makeFolders();
  await symlink(root, join(photos, 'up'));
  await symlink(photos, join(root, 'album'));
  const to = join(out, 'a.png');
  await writeJournal({ mode: 'move', out, transfers: [{ from: join(photos, 'up/a.png'), to }] });
  await expect(readJournal(out, photos)).rejects.toThrow('is not inside of');
  await writeJournal({ mode: 'move', out, transfers: [{ from: join(photos, 'a.png'), to }] });
  expect((await readJournal(out, join(root, 'album'))).transfers).toHaveLength(1);
});
