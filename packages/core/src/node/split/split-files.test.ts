import { readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { platform } from 'node:process';
import { describe, expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { splitByClass } from '../../split/split-by-class.ts';
import { readSplit, writeSplit } from './split-file.ts';
import { scanFolder } from '../scan/scan-folder.ts';
import { finishSplitFiles, splitFiles } from './split-files.ts';
import { writeJournal } from './split-journal.ts';
import { planSplitFiles, type SplitMode } from './split-plan.ts';
import { undoSplitFiles } from './undo-split-files.ts';

const FILES = ['a/1.png', 'a/deep/2.png', 'a/3.png', 'b, "c"/=1.png', 'b, "c"/2\n.png'];

async function makePhotos() {
  const folder = await temporaryFolder();
  const photos = join(folder, 'photos');
  await writeFiles(photos, FILES);
  for (const file of FILES) await utimes(join(photos, file), 1000, 2000);
  const dataset = await scanFolder(photos);
  const split = splitByClass(dataset, { perClass: 1, seed: 0 });
  return { folder, photos, out: join(folder, 'out'), dataset, split };
}

/** Path -> content of every file below a folder. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(folder, path), await readFile(path, 'utf8'));
  }
  return files;
}

const WHOLE = new Map(FILES.map((file) => [file, file]));

describe.each<SplitMode>(['copy', 'move'])('in mode %s', (mode) => {
  test('fills the folders of the two subsets, and can be undone', async () => {
    const { photos, out, split } = await makePhotos();
    await splitFiles(await planSplitFiles(split, { out, mode }));
    const expected = new Map<string, string>();
    for (const { id } of split.training) expected.set(`training/${id}`, id);
    for (const { id } of split.validation) expected.set(`validation/${id}`, id);
    const made = await filesOf(out);
    made.delete('split-journal.csv');
    expect(made).toEqual(expected);
    expect(await filesOf(photos)).toEqual(mode === 'copy' ? WHOLE : new Map());
    expect((await stat(join(out, 'validation', split.validation.at(0).id))).mtimeMs).toBe(
      2_000_000,
    );
    expect(await undoSplitFiles({ out, dataset: photos })).toEqual({
      kept: [],
      missing: [],
      failed: [],
    });
    expect(await filesOf(photos)).toEqual(WHOLE);
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });

  test('is planned without a change of any file', async () => {
    const { folder, photos, out, split } = await makePhotos();
    const plan = await planSplitFiles(split, { out, mode });
    expect(plan.transfers.length).toBe(FILES.length);
    const { id } = split.training.at(0);
    expect(plan.transfers[0]).toEqual({ from: join(photos, id), to: join(out, 'training', id) });
    expect(await readdir(folder)).toEqual(['photos']);
  });

  test('refuses to overwrite a file, before any transfer', async () => {
    const { photos, out, split } = await makePhotos();
    const inTheWay = `validation/${split.validation.at(0).id}`;
    await writeFiles(out, [inTheWay]);
    await expect(planSplitFiles(split, { out, mode })).rejects.toMatchObject({
      code: 'file-exists',
      context: { file: join(out, inTheWay) },
    });
    expect(await filesOf(photos)).toEqual(WHOLE);
  });

  test('refuses a file that appears after the plan was made, and can then be undone', async () => {
    const { photos, out, split } = await makePhotos();
    const plan = await planSplitFiles(split, { out, mode });
    const { to } = plan.transfers[3]!;
    await writeFiles(out, [relative(out, to)]);
    await writeFile(to, 'foreign');
    await expect(splitFiles(plan)).rejects.toMatchObject({
      code: 'file-exists',
      context: { file: to },
    });
    expect(await readFile(to, 'utf8')).toBe('foreign');
    const undone = await undoSplitFiles({ out, dataset: photos });
    expect(undone).toMatchObject(
      mode === 'copy' ? { kept: [to], failed: [] } : { kept: [], failed: [{ file: to }] },
    );
    await rm(to);
    if (mode === 'move') await undoSplitFiles({ out, dataset: photos });
    expect(await filesOf(photos)).toEqual(WHOLE);
  });

  test('stops between two files, and can then be undone', async () => {
    const { photos, out, split } = await makePhotos();
    const controller = new AbortController();
    const plan = await planSplitFiles(split, { out, mode });
    const onProgress = (done: number): void => {
      if (done === 2) controller.abort(new Error('enough'));
    };
    const stopped = splitFiles(plan, { onProgress, signal: controller.signal });
    await expect(stopped).rejects.toThrow('enough');
    expect((await filesOf(out)).size, 'two files and the journal').toBe(3);
    await undoSplitFiles({ out, dataset: photos });
    expect(await filesOf(photos)).toEqual(WHOLE);
  });

  test('is not carried out twice in one folder', async () => {
    const { out, split } = await makePhotos();
    const plan = await planSplitFiles(split, { out, mode });
    await splitFiles(plan);
    await expect(splitFiles(plan)).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('two splits into one folder: one is carried out, the other is refused', async () => {
    const { photos, out, split, dataset } = await makePhotos();
    const other = splitByClass(dataset, { perClass: 1, seed: 5 });
    const plans = [
      await planSplitFiles(split, { out, mode }),
      await planSplitFiles(other, { out, mode }),
    ];
    const ended = await Promise.allSettled(plans.map((plan) => splitFiles(plan)));
    const refused = ended.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ code: 'run-locked' }) as unknown },
    ]);
    await undoSplitFiles({ out, dataset: photos });
    expect(await filesOf(photos)).toEqual(WHOLE);
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });

  test.each([0, 1, 2, 3, 4, 5])(
    'can be finished or undone after a crash at file %i',
    async (done) => {
      for (const end of [finishSplitFiles, undoSplitFiles]) {
        const { photos, out, split } = await makePhotos();
        const plan = await planSplitFiles(split, { out, mode });
        // the state after a crash: a whole journal, `done` files transferred; the last moved file still has both names
        await splitFiles({ ...plan, transfers: plan.transfers.slice(0, done) });
        await writeJournal({
          ...plan,
          out,
          transfers: plan.transfers.map(({ from, to }) => ({
            from: resolve(from),
            to: resolve(to),
          })),
        });
        const last = plan.transfers[done - 1];
        if (mode === 'move' && last !== undefined)
          await writeFile(last.from, await readFile(last.to));
        await writeFiles(join(out, 'training', 'a'), [deadTemporary()]);
        await end({ out, dataset: photos });
        if (end === finishSplitFiles) await undoSplitFiles({ out, dataset: photos });
        expect(await filesOf(photos)).toEqual(WHOLE);
        await expect(stat(out)).rejects.toThrow('ENOENT');
      }
    },
  );
});

test.skipIf(platform === 'win32')(
  'copies what a link leads to, and refuses to move links',
  async () => {
    const { photos, out } = await makePhotos();
    await symlink('1.png', join(photos, 'a/link.png'));
    const split = splitByClass(await scanFolder(photos), { perClass: 1, seed: 0 });
    await expect(planSplitFiles(split, { out, mode: 'move' })).rejects.toThrow(
      'it is a link, which cannot be moved',
    );
    await splitFiles(await planSplitFiles(split, { out, mode: 'copy' }));
    const copies = await filesOf(out);
    const copy = copies.get('training/a/link.png') ?? copies.get('validation/a/link.png');
    expect(copy).toBe('a/1.png');
  },
);

test('a split that was written as a table is read for its data set', async () => {
  const { folder, dataset, split } = await makePhotos();
  const file = join(folder, 'split.csv');
  await expect(readSplit(file, dataset)).rejects.toMatchObject({ code: 'file-missing' });
  await writeSplit(file, { dataset, split });
  const read = await readSplit(file, dataset);
  expect(Array.from(read.validation)).toEqual(Array.from(split.validation));
  expect(Array.from(read.training)).toEqual(Array.from(split.training));
});
