import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type RunEvent, sample } from '../index.ts';

const pngsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.png')).toSorted();

const small = { classes: 2, images: 3, size: 16 };

test('draws the images of each class, with their progress', async () => {
  await using scratch = await temporaryFolder();
  const folder = join(scratch.path, 'seedlings');
  const events: RunEvent[] = [];
  const result = await sample(
    { folder, ...small },
    { onEvent: (event) => void events.push(event) },
  );
  expect(result).toEqual({ folder, kind: 'seedlings', classes: 2, images: 6, size: 16, seed: 0 });
  expect(await pngsIn(folder)).toHaveLength(6);
  expect(events[0]).toEqual({ type: 'task-start', task: 'draw', total: 6 });
  expect(events.at(-2)).toEqual({ type: 'task-progress', task: 'draw', done: 6, total: 6 });
  expect(events.at(-1)).toEqual({ type: 'task-end', task: 'draw' });
});

test('the same seed draws the same images, another seed others', async () => {
  await using scratch = await temporaryFolder();
  const contents: Buffer[] = [];
  for (const [name, seed] of Object.entries({ a: 1, b: 1, c: 2 })) {
    const folder = join(scratch.path, name);
    await sample({ folder, ...small, seed });
    const [first = ''] = await pngsIn(folder);
    contents.push(await readFile(join(folder, first)));
  }
  expect(contents[1]).toEqual(contents[0]);
  expect(contents[2]).not.toEqual(contents[0]);
});

test('a second call draws the images that are missing; with other options it is refused', async () => {
  await using scratch = await temporaryFolder();
  const folder = join(scratch.path, 'seedlings');
  await sample({ folder, ...small });
  const before = await pngsIn(folder);
  await rm(join(folder, before[4]!));
  await sample({ folder, ...small });
  expect(await pngsIn(folder)).toEqual(before);
  await expect(sample({ folder, ...small, seed: 1 })).rejects.toMatchObject({
    code: 'folder-occupied',
    context: { folder, holds: 'another sample' },
  });
});

test.each([
  [{ classes: 1 }, 'classes must be a whole number from 2 to 50; received 1'],
  [{ images: 0 }, 'images must be a whole number from 1 to 9999; received 0'],
  [{ size: 15 }, 'size must be a whole number from 16 to 1024; received 15'],
  [{ seed: -1 }, /^seed must be a whole number from 0 .*; received -1$/],
])('%j is out of range, and nothing is written', async (options, message) => {
  await using scratch = await temporaryFolder();
  const folder = join(scratch.path, 'seedlings');
  await expect(sample({ folder, ...small, ...options })).rejects.toThrow(message);
  expect(await readdir(scratch.path)).toEqual([]);
});

test('a drawing that is aborted throws the reason and can be completed', async () => {
  await using scratch = await temporaryFolder();
  const folder = join(scratch.path, 'seedlings');
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = ({ type }: RunEvent): void => {
    if (type === 'task-progress') abort.abort(reason);
  };
  const options = { folder, ...small, images: 20 };
  await expect(sample(options, { onEvent, signal: abort.signal })).rejects.toBe(reason);
  expect((await pngsIn(folder)).length).toBeLessThan(40);
  await sample(options);
  expect(await pngsIn(folder)).toHaveLength(40);
});
