import { writeSealed } from '@sprout/core';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { flipDigit } from '../../test/flip-digit.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkSeals } from './check-seals.ts';
import { readRun } from './read-run.ts';
import type { RunFolder } from './run-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: RunFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
  run = await writeFinishedRun(folder.path, { photos: '/photos' });
  for (const file of [run.split, run.evaluation, run.predictions])
    await writeSealed(file, await readFile(file, 'utf8'));
  await writeSealed(run.images, 'path,bytes,modified\nblue/0.png,70,1\n');
});

afterEach(() => folder[Symbol.asyncDispose]());

test('a run as it was written is accepted, and so is one without seals', async () => {
  expect(await checkSeals(run)).toEqual([]);
  expect((await readRun(run)).changed).toEqual([]);
  await rm(join(run.folder, 'seals.json'));
  await flipDigit(run.record);
  expect(await checkSeals(run)).toEqual([]);
});

test.each(['run.json', 'split.csv', 'images.csv', 'seals.json'])(
  'a digit changed in %s is refused, with advice',
  async (name) => {
    await flipDigit(join(run.folder, name));
    await expect(checkSeals(run)).rejects.toMatchObject({
      code: 'run-incompatible',
      context: {
        run: run.folder,
        reason: `${name} was changed since it was written; put the original back, or remove seals.json to use the files as they are`,
      },
    });
  },
);

test.each(['metrics.csv', 'evaluation.json', 'predictions.csv'])(
  'a digit changed in %s is returned, also by readRun',
  async (name) => {
    await flipDigit(join(run.folder, name));
    expect(await checkSeals(run)).toEqual([name]);
    expect((await readRun(run)).changed).toEqual([name]);
  },
);

test('a file with other line ends is changed', async () => {
  const text = await readFile(run.split, 'utf8');
  await writeFile(run.split, text.replaceAll('\n', '\r\n'));
  await expect(checkSeals(run)).rejects.toThrow('split.csv was changed');
});
