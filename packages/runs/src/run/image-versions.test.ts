import { samplesFrom } from '@sprout/core';
import { mkdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkImageVersions, readImageHashes, writeImageVersions } from './image-versions.ts';
import { runFolder } from './run-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const ids = Array.from({ length: 70 }, (_, at) => `oak/${at}.png`); // more than are looked at in parallel

beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, 'oak'));
  for (const id of ids) await write(id, 'pixels');
});

afterEach(() => folder[Symbol.asyncDispose]());

async function write(id: string, text: string, time = 1): Promise<void> {
  await writeFile(join(folder.path, id), text);
  await utimes(join(folder.path, id), time, time);
}

const samples = () => samplesFrom(ids.map((id) => ({ id, path: join(folder.path, id), label: 0 })));
const check = (moved: boolean) =>
  checkImageVersions(runFolder(folder.path), { samples: samples(), moved });

test('records each image once', async () => {
  const run = runFolder(folder.path);
  await writeImageVersions(run, samples());
  const text = await readFile(run.images, 'utf8');
  const { ino } = await stat(join(folder.path, 'oak/0.png'));
  expect(text.split('\n').slice(0, 2)).toEqual([
    'path,bytes,modified,inode',
    `oak/0.png,6,1000000000,${ino}`,
  ]);
  await write('oak/0.png', 'other');
  await writeImageVersions(run, samples());
  expect(await readFile(run.images, 'utf8')).toBe(text);
});

test('records the hashes of the files where they are known', async () => {
  const run = runFolder(folder.path);
  expect(await readImageHashes(run)).toBeUndefined();
  await writeImageVersions(run, samples(), new Map([['oak/0.png', 'ab12']]));
  const recorded = await readImageHashes(run);
  expect(recorded).toHaveLength(70);
  expect(recorded?.slice(0, 2)).toEqual([
    { id: 'oak/0.png', bytes: 6, hash: 'ab12' },
    { id: 'oak/1.png', bytes: 6, hash: '' },
  ]);
  await expect(check(false)).resolves.toBeUndefined();
});

test('a record of an older version has no hashes', async () => {
  const run = runFolder(folder.path);
  await writeImageVersions(run, samples());
  expect(await readImageHashes(run)).toBeUndefined();
});

test('images that were not changed are accepted, and a run without a record', async () => {
  await expect(check(false)).resolves.toBeUndefined();
  await writeImageVersions(runFolder(folder.path), samples());
  await expect(check(false)).resolves.toBeUndefined();
});

test('an image of another size or time is an error that names it', async () => {
  await writeImageVersions(runFolder(folder.path), samples());
  await write('oak/65.png', 'longer pixels');
  await write('oak/66.png', 'PIXELS', 2);
  await expect(check(false)).rejects.toMatchObject({
    code: 'run-incompatible',
    context: {
      reason: expect.stringContaining(
        '2 of its images were changed since it began (first: oak/65.png)',
      ) as string,
    },
  });
});

test('two images of equal size and time that were swapped are noticed', async () => {
  await write('oak/1.png', 'PIXELS');
  await writeImageVersions(runFolder(folder.path), samples());
  const path = (id: string) => join(folder.path, id);
  await rename(path('oak/0.png'), path('swap'));
  await rename(path('oak/1.png'), path('oak/0.png'));
  await rename(path('swap'), path('oak/1.png'));
  await expect(check(false)).rejects.toThrow('2 of its images were changed');
});

test('in a data set that was moved, only the sizes are compared', async () => {
  await writeImageVersions(runFolder(folder.path), samples());
  await write('oak/66.png', 'PIXELS', 2);
  await expect(check(true)).resolves.toBeUndefined();
  await write('oak/66.png', 'larger', 2);
  await write('oak/67.png', 'other size');
  await expect(check(true)).rejects.toThrow('1 of its images were changed');
});
