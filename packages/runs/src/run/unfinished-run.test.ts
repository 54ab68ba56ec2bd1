import { lock } from '@sprout/core';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { runFolder } from './run-folder.ts';
import { runHolder } from './run-holder.ts';
import { unfinishedRun } from './unfinished-run.ts';

test('a run that a process is training is in use, not unfinished', async () => {
  await using scratch = await temporaryFolder();
  const run = runFolder(scratch.path);
  {
    await using _held = await lock(run.lock, run.folder);
    const me = `process ${process.pid} on ${hostname()}`;
    expect(await unfinishedRun(run)).toMatchObject({
      code: 'run-locked',
      message: `${run.folder} is in use by ${me}; wait until its training is finished`,
    });
  }
  const code = 'run-incompatible';
  expect(await unfinishedRun(run)).toMatchObject({
    code,
    context: { reason: 'it is not finished' },
  });
  expect(await unfinishedRun(run, { extended: true })).toMatchObject({
    code,
    context: { reason: 'it went on to more epochs and is not finished' },
  });
});

test('a lock that cannot be judged counts as held', async () => {
  await using scratch = await temporaryFolder();
  await writeFile(`${scratch.path}/file`, '');
  expect(await runHolder({ lock: scratch.path })).toBe('an unknown process');
  expect(await runHolder({ lock: `${scratch.path}/none` })).toBeUndefined();
});
