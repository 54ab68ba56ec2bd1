import { scanFolder, writeAtomic } from '@sprout/core';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeImageVersions } from './image-versions.ts';
import { runFolder } from './run-folder.ts';
import { seenImages } from './seen-images.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

/** Writes files that look like images by their names, and scans them. */
async function dataset(name: string, files: Readonly<Record<string, string>>) {
  const home = join(folder.path, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeAtomic(join(home, path), text);
  }
  return (await scanFolder(home, { minimumClasses: 1 })).samples;
}

const OWN = { 'a/1.png': 'one', 'a/2.png': 'two', 'b/1.png': 'three' };

/** The record of a run on these files. */
async function record(files: Readonly<Record<string, string>>, split: string) {
  const samples = await dataset('photos', files);
  const run = runFolder(join(folder.path, 'run'));
  await mkdir(run.folder);
  const hash = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  const hashes = await Promise.all(
    Array.from(samples, async ({ id, path }) => [id, await hash(path)] as const),
  );
  await writeImageVersions(run, samples, new Map(hashes));
  await writeAtomic(run.split, `path,class,subset\n${split}`);
  return run;
}

const SPLIT = 'a/1.png,a,training\na/2.png,a,validation\nb/1.png,b,training\n';

test('files are found by their contents, whatever their names', async () => {
  const run = await record(OWN, SPLIT);
  const others = { 'a/9.png': 'three', 'a/8.png': 'two', 'b/7.png': 'new', 'b/6.png': 'longer' };
  const seen = await seenImages(run, await dataset('others', others));
  expect(seen).toEqual(
    new Map([
      ['a/9.png', 'training'],
      ['a/8.png', 'validation'],
    ]),
  );
});

test('a file that is in both subsets was trained on', async () => {
  const split = 'a/1.png,a,validation\na/2.png,a,training\n';
  const run = await record({ 'a/1.png': 'same', 'a/2.png': 'same' }, split);
  const seen = await seenImages(run, await dataset('others', { 'a/9.png': 'same' }));
  expect(seen).toEqual(new Map([['a/9.png', 'training']]));
});

test('it is not known for a run without hashes, or without a list of its images', async () => {
  const run = await record(OWN, SPLIT);
  const samples = await dataset('photos', OWN);
  await rm(run.images);
  expect(await seenImages(run, samples)).toBeUndefined();
  await writeImageVersions(run, samples);
  expect(await seenImages(run, samples)).toBeUndefined();
});

test('a file that was lost in the meantime is named', async () => {
  const run = await record(OWN, SPLIT);
  const samples = await dataset('others', { 'a/1.png': 'one' });
  await rm(join(folder.path, 'others/a/1.png'));
  await expect(seenImages(run, samples)).rejects.toMatchObject({
    code: 'image-unreadable',
    context: { file: expect.stringContaining('a/1.png') as string },
  });
});
