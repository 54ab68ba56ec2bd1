import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImageFacts, type Sample, scanFolder } from '@sprout/core';
import { decode, examine, sniff } from '@sprout/imgproc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BLUE, photo, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openKeptFacts } from './kept-facts.ts';

let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let caches: string;
let folder: string;
let samples: readonly Sample[];

beforeEach(async () => {
  scratch = await temporaryFolder();
  caches = join(scratch.path, 'caches');
  folder = await writePhotos(join(scratch.path, 'photos'), { a: [RED, BLUE], b: [RED] });
  samples = Array.from((await scanFolder(folder)).samples);
});
afterEach(() => scratch[Symbol.asyncDispose]());

async function measured({ path }: Sample): Promise<ImageFacts> {
  const bytes = await readFile(path);
  return examine({ bytes, header: sniff(bytes)! }, await decode(bytes, path));
}

const open = (pixelLimit?: number) => openKeptFacts({ caches, folder, pixelLimit });

/** Keeps the facts about all samples. @returns the file. */
async function keepAll(): Promise<string> {
  const kept = await open();
  for (const sample of samples) {
    expect(await kept.find(sample)).toBeUndefined();
    kept.add(sample, await measured(sample));
  }
  await kept.save();
  const [name = ''] = await readdir(join(caches, 'facts'));
  return join(caches, 'facts', name);
}

test('facts are found again as they were measured', async () => {
  await keepAll();
  const kept = await open();
  for (const sample of samples) expect(await kept.find(sample)).toEqual(await measured(sample));
});

test('a file that was changed or replaced has no facts; that of another one stays', async () => {
  await keepAll();
  const [first, second, third] = samples;
  await writeFile(first!.path, await photo(BLUE));
  await rename(second!.path, third!.path);
  const kept = await open();
  expect(await kept.find(first!)).toBeUndefined();
  expect(await kept.find(second!)).toBeUndefined();
  expect(await kept.find(third!)).toBeUndefined();
});

test('a damaged line is left out, and a file of another version is not used', async () => {
  const file = await keepAll();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"format":"png"', '"format":"pmg"'));
  const kept = await open();
  const found = await Promise.all(samples.map((sample) => kept.find(sample)));
  expect(found.map((facts) => facts !== undefined)).toEqual([false, true, true]);
  await writeFile(file, text.replace('version 1', 'version 0'));
  expect(await (await open()).find(samples[0]!)).toBeUndefined();
});

test('facts of an image with more pixels than the limit are not used', async () => {
  await keepAll();
  expect(await (await open(64)).find(samples[0]!)).toBeDefined();
  expect(await (await open(63)).find(samples[0]!)).toBeUndefined();
});

test('nothing is written without new facts, and a folder that cannot be written is no error', async () => {
  await (await open()).save();
  expect(await readdir(scratch.path)).toEqual(['photos']);
  await writeFile(caches, 'a file');
  const kept = await open();
  await kept.find(samples[0]!);
  kept.add(samples[0]!, await measured(samples[0]!));
  await kept.save();
  expect(await readFile(caches, 'utf8')).toBe('a file');
});
