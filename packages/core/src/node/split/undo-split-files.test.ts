import { mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { diskState } from '../../../test/disk-log.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { splitByClass } from '../../split/split-by-class.ts';
import { scanFolder } from '../scan/scan-folder.ts';
import { splitFiles } from './split-files.ts';
import { journalOf } from './split-journal.ts';
import { planSplitFiles, type SplitMode } from './split-plan.ts';
import { undoSplitFiles } from './undo-split-files.ts';

/** A split that was carried out, and the paths of its first two files. */
async function splitPhotos(mode: SplitMode) {
  const root = await temporaryFolder();
  const [dataset, out] = [join(root, 'photos'), join(root, 'out')];
  await writeFiles(dataset, ['a/1.png', 'a/2.png', 'a/3.png', 'b/1.png', 'b/2.png']);
  const before = diskState(dataset);
  const split = splitByClass(await scanFolder(dataset), { perClass: 1, seed: 0 });
  const { transfers, ...plan } = await planSplitFiles(split, { out, mode });
  await splitFiles({ ...plan, transfers });
  return { folders: { out, dataset }, before, first: transfers[0]!, second: transfers[1]! };
}

test('a copy that was changed is kept', async () => {
  const { folders, first } = await splitPhotos('copy');
  await writeFile(first.to, 'edited');
  expect(await undoSplitFiles(folders)).toEqual({ kept: [first.to], missing: [], failed: [] });
  expect([...diskState(folders.out).keys()]).toEqual([first.to]);
});

test('a file in an old place is not overwritten, and the split can be undone when it is gone', async () => {
  const { folders, before, first } = await splitPhotos('move');
  await writeFile(first.from, 'a new file in the old place');
  const failed = [{ file: first.to, reason: expect.stringContaining('exists already') as string }];
  expect(await undoSplitFiles(folders)).toEqual({ kept: [], missing: [], failed });
  expect([...diskState(folders.out).keys()].toSorted()).toEqual([journalOf(folders.out), first.to]);
  await rm(first.from);
  expect(await undoSplitFiles(folders)).toEqual({ kept: [], missing: [], failed: [] });
  expect(diskState(folders.dataset)).toEqual(before);
  await expect(stat(folders.out)).rejects.toThrow('ENOENT');
});

test('the journal and temporary files are kept while a file is missing', async () => {
  const { folders, before, first } = await splitPhotos('move');
  await rm(first.to);
  await writeFiles(dirname(first.to), [deadTemporary()]);
  const leftover = join(dirname(first.to), deadTemporary());
  expect((await undoSplitFiles(folders)).missing).toEqual([first.from]);
  expect([...diskState(folders.out).keys()]).toEqual([journalOf(folders.out), leftover]);
  await writeFile(first.from, 'a/1.png');
  expect((await undoSplitFiles(folders)).missing).toEqual([]);
  await expect(stat(folders.out)).rejects.toThrow('ENOENT');
  expect(diskState(folders.dataset).size).toBe(before.size);
});

test('a path that cannot be looked at is reported, and the other files are moved back', async () => {
  const { folders, before } = await splitPhotos('move');
  const classFolder = join(folders.dataset, 'b');
  await rmdir(classFolder);
  await writeFile(classFolder, 'no folder');
  const { failed } = await undoSplitFiles(folders);
  expect(failed).toHaveLength(2);
  expect(failed[0]!.reason).toBe('a part of its path is not a folder');
  expect(await readFile(classFolder, 'utf8')).toBe('no folder');
  await rm(classFolder);
  expect((await undoSplitFiles(folders)).failed).toEqual([]);
  expect(diskState(folders.dataset)).toEqual(before);
});

test('a journal that was changed moves nothing', async () => {
  const { folders, first } = await splitPhotos('move');
  const text = await readFile(journalOf(folders.out), 'utf8');
  await writeFile(journalOf(folders.out), text.replace(first.from, `${first.from}.bak`));
  const before = diskState(folders.out);
  await expect(undoSplitFiles(folders)).rejects.toThrow('it was changed since it was written');
  expect(diskState(folders.out)).toEqual(before);
});

test('a folder without a journal is refused', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'out'));
  await expect(undoSplitFiles({ out: join(folder, 'out'), dataset: folder })).rejects.toMatchObject(
    { code: 'file-missing' },
  );
});
