import { lock, readRunRecord, writeRunRecord } from '@sprout/core';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { listRuns } from '../index.ts';

test('lists finished and unfinished runs, and those that cannot be read', async () => {
  await using scratch = await temporaryFolder();
  const runs = join(scratch.path, 'runs');
  const photos = join(scratch.path, 'photos');
  const finished = await writeFinishedRun(runs, { photos });
  const unfinished = await writeFinishedRun(runs, { photos });
  await rm(unfinished.evaluation);
  const damaged = await writeFinishedRun(runs, { photos });
  await writeFile(damaged.record, '{');
  await mkdir(join(runs, 'other'));
  const { runs: listed, unreadable } = await listRuns({ runs });
  expect(listed.toSorted((a, b) => (a.run < b.run ? -1 : 1))).toEqual([
    {
      run: finished.folder,
      name: 'logistic-1',
      state: 'completed',
      model: 'logistic',
      validationAccuracy: 0.5,
      validationF2: undefined,
      samples: { training: 3, validation: 2, bad: 0 },
      folder: photos,
      started: '2024-05-06T07:08:09.000Z',
      seconds: 5,
      totalSeconds: 7,
    },
    expect.objectContaining({ run: unfinished.folder, validationAccuracy: undefined }),
  ]);
  expect(unreadable).toEqual([
    { run: damaged.folder, reason: expect.stringContaining('run.json') as string },
  ]);
});

test('a folder that is not there is an error', async () => {
  await using scratch = await temporaryFolder();
  const runs = join(scratch.path, 'runs');
  await expect(listRuns({ runs })).rejects.toThrow(`There is no folder ${runs}`);
});

test('a run whose process has ended without a word is stopped', async () => {
  await using scratch = await temporaryFolder();
  const run = await writeFinishedRun(scratch.path, { photos: '/photos' });
  await writeRunRecord(run.record, { ...(await readRunRecord(run.record)), state: 'running' });
  const states = async () =>
    (await listRuns({ runs: scratch.path })).runs.map(({ state }) => state);
  expect(await states()).toEqual(['stopped']);
  await using _held = await lock(run.lock, run.folder);
  expect(await states()).toEqual(['running']);
});
