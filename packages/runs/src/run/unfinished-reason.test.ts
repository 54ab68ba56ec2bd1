import { lock } from '@sprout/core';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { runFolder } from './run-folder.ts';
import { runHolder } from './run-holder.ts';
import { unfinishedReason } from './unfinished-reason.ts';

test('a run that a process is training is not called unfinished', async () => {
  await using scratch = await temporaryFolder();
  const run = runFolder(scratch.path);
  {
    await using _held = await lock(run.lock, run.folder);
    const me = `process ${process.pid} on ${hostname()}`;
    expect(await unfinishedReason(run)).toBe(`${me} is training it`);
  }
  expect(await unfinishedReason(run)).toBe('it is not finished');
  const reason = await unfinishedReason(run, { extended: true });
  expect(reason).toBe('it went on to more epochs and is not finished');
});

test('a lock that cannot be judged counts as held', async () => {
  await using scratch = await temporaryFolder();
  await writeFile(`${scratch.path}/file`, '');
  expect(await runHolder({ lock: scratch.path })).toBe('an unknown process');
  expect(await runHolder({ lock: `${scratch.path}/none` })).toBeUndefined();
});
