import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadTemporary } from '../../test/dead-temporary.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type RunEvent, split, undoSplit } from '../index.ts';

/** Two classes of four files each. */
async function photosIn(path: string): Promise<string> {
  for (const name of ['elm', 'oak']) {
    await mkdir(join(path, 'photos', name), { recursive: true });
    for (let number = 0; number < 4; number++)
      await writeFile(join(path, 'photos', name, `${number}.png`), `${name}${number}`);
  }
  return join(path, 'photos');
}

const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.png'));

test('a manifest lists each image with its subset', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const result = await split({ folder, validation: 1 });
  const out = `${folder}-split.csv`;
  expect(result).toEqual({ training: 6, validation: 2, mode: 'manifest', out, dryRun: false });
  expect((await readFile(out, 'utf8')).trim().split(/\r?\n/)).toHaveLength(1 + 8);
  await expect(split({ folder, validation: 2 })).rejects.toThrow(/exists already/);
});

test('files are copied with their progress, and the copy is undone', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const { out } = await split({ folder, validation: 0.5, mode: 'copy' }, { onEvent });
  expect(out).toBe(`${folder}-split`);
  expect(await filesIn(out)).toHaveLength(8);
  expect(events[0]).toEqual({ type: 'split-started', mode: 'copy', folder, out });
  expect(events.at(-2)).toEqual({ type: 'task-progress', task: 'copy', done: 8, total: 8 });
  await expect(split({ folder, validation: 1, mode: 'copy' })).rejects.toThrow(/holds a split/);
  expect(await undoSplit({ folder })).toEqual({ out, kept: [], missing: [], failed: [] });
  expect(await filesIn(folder)).toHaveLength(8);
});

test('a dry run returns the counts and writes nothing', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const result = await split({ folder, validation: 2, mode: 'move', dryRun: true });
  expect(result).toMatchObject({ training: 4, validation: 4, dryRun: true });
  expect(await readdir(scratch.path)).toEqual(['photos']);
  expect(await filesIn(folder)).toHaveLength(8);
});

test('a move that is aborted throws the reason, and undoSplit moves the files back', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'task-progress' && event.done === 3) abort.abort(reason);
  };
  const context = { onEvent, signal: abort.signal };
  await expect(split({ folder, validation: 1, mode: 'move' }, context)).rejects.toBe(reason);
  expect(await filesIn(folder)).toHaveLength(5);
  await undoSplit({ folder });
  expect(await filesIn(folder)).toHaveLength(8);
});

test('a mode or a way that does not exist changes nothing', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const before = await filesIn(scratch.path);
  const mistaken = { mode: 'Copy' } as unknown as { mode: 'copy' };
  await expect(split({ folder, validation: 1, ...mistaken })).rejects.toThrow(
    'mode must be one of manifest, copy, move; received Copy',
  );
  const other = { validationBy: 'hashes' } as unknown as { validationBy: 'hash' };
  await expect(split({ folder, validation: 1, ...other })).rejects.toThrow(/validationBy/);
  expect(await filesIn(scratch.path)).toEqual(before);
});

test('removes what a split that was killed has left where it writes, and nothing deeper', async () => {
  await using scratch = await temporaryFolder();
  const folder = await photosIn(scratch.path);
  const dead = await deadTemporary();
  const out = join(scratch.path, 'copies');
  await mkdir(out);
  for (const path of [folder, join(folder, 'elm'), out]) await writeFile(join(path, dead), 'x');
  await split({ folder, validation: 1, out: join(folder, 'split.csv') });
  await split({ folder, validation: 1, mode: 'copy', out });
  expect(await readdir(folder)).not.toContain(dead);
  expect(await readdir(join(folder, 'elm'))).toContain(dead);
  expect(await readdir(out)).not.toContain(dead);
});
