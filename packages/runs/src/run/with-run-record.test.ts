import { readRunRecord } from '@sprout/core';
import { access, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../event/run-event.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { Extension } from './extension-of.ts';
import { createRunFolder } from './run-folder.ts';
import { type RunDescription, withRunRecord } from './with-run-record.ts';

const description: RunDescription = {
  schema: 1,
  command: ['train', 'photos'],
  config: {},
  versions: {},
  engine: 'cpu',
  seed: 0,
  dataset: { folder: 'photos', fingerprint: '', samples: { training: 1, validation: 1, bad: 0 } },
  classes: ['a', 'b'],
  recipe: [],
  recipeHash: '',
};

const EXTENDED = [{ after: 1, from: 2, to: 3 }];

async function recorded(
  work: (abort: AbortController) => Promise<string>,
  again?: () => Promise<string>,
) {
  await using folder = await temporaryFolder();
  const run = await createRunFolder(folder.path, { model: 'm' });
  const events: RunEvent[] = [];
  const abort = new AbortController();
  const context = { emit: (event: RunEvent) => void events.push(event), signal: abort.signal };
  const begin = async () => ({ from: undefined, extended: [] });
  const parts = { begin, ...context };
  const first = await withRunRecord(run, description, { ...parts, work: () => work(abort) }).catch(
    (error: unknown) => error,
  );
  if (again !== undefined) {
    const other = { ...description, command: ['other'] };
    const resumed = async () => ({ from: 1, extended: EXTENDED });
    await withRunRecord(run, other, { ...parts, begin: resumed, work: again });
  }
  const record = await readRunRecord(run.record);
  const isLocked = await access(join(run.folder, 'lock')).then(
    () => true,
    () => false,
  );
  return {
    first,
    record,
    types: events.map((event) => ('state' in event ? event.state : event.type)),
    isLocked,
  };
}

test('after work that succeeds the run is completed and not locked', async () => {
  const { first, record, types, isLocked } = await recorded(async () => 'done');
  expect(first).toBe('done');
  expect(record).toMatchObject({ state: 'completed', command: ['train', 'photos'] });
  expect(record).not.toHaveProperty('extended');
  expect(record.timings.ended).toBeDefined();
  expect(types).toEqual(['run-started', 'completed']);
  expect(isLocked).toBe(false);
});

test('after work that fails the run is failed, with the message', async () => {
  const { first, record, types } = await recorded(() => Promise.reject(new Error('no space')));
  expect(first).toMatchObject({ message: 'no space' });
  expect(record).toMatchObject({ state: 'failed', failure: 'no space' });
  expect(types).toEqual(['run-started', 'failed']);
});

test('after work that throws the reason of the signal the run is interrupted', async () => {
  const { first, record, types } = await recorded(async (abort) => {
    abort.abort(new Error('stop'));
    abort.signal.throwIfAborted();
    return '';
  });
  expect(first).toMatchObject({ message: 'stop' });
  expect(record.state).toBe('interrupted');
  expect(record.failure).toBeUndefined();
  expect(types).toEqual(['run-started', 'interrupted']);
});

test('a resumed run keeps its command, and its record has the changes of the number of epochs', async () => {
  const { record, types } = await recorded(
    () => Promise.reject(new Error('no space')),
    async () => 'done',
  );
  expect(record).toMatchObject({
    state: 'completed',
    command: ['train', 'photos'],
    extended: EXTENDED,
  });
  expect(types).toEqual(['run-started', 'failed', 'run-started', 'completed']);
});

test('a folder with files is kept if its lock cannot be made', async () => {
  await using folder = await temporaryFolder();
  const run = await createRunFolder(folder.path, { model: 'm' });
  const parts = { emit: () => undefined, signal: new AbortController().signal };
  const begun = (): Promise<unknown> =>
    withRunRecord(run, description, {
      ...parts,
      begin: async () => ({ from: undefined, extended: [] }),
      work: async () => 'done',
    });
  await mkdir(join(run.folder, 'lock'));
  await expect(begun()).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(await readdir(run.folder)).toEqual(['lock']);
});

test('a finished run that is not extended keeps its time, and one that is extended adds to it', async () => {
  await using folder = await temporaryFolder();
  const run = await createRunFolder(folder.path, { model: 'm' });
  const parts = { emit: () => undefined, signal: new AbortController().signal };
  const work = () => new Promise<void>((done) => void setTimeout(done, 2));
  const again = async (extension?: Extension) => {
    const begun = { from: 1, extended: extension ? [extension] : [], extension };
    await withRunRecord(run, description, { ...parts, begin: async () => begun, work });
    return (await readRunRecord(run.record)).timings;
  };
  const first = await again();
  expect(await again()).toEqual(first);
  const third = await again(EXTENDED[0]);
  expect(third.seconds['total']).toBeGreaterThan(first.seconds['total']!);
  expect(third.started).toBe(first.started);
});
