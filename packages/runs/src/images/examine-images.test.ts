import { type Dataset, scanFolder, type Split } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { RunEvent } from '../event/run-event.ts';
import { examineImages } from './examine-images.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pool: ImagePool;
let dataset: Dataset;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writePhotos(folder.path, { blue: [BLUE, '<html>', [0, 0, 90]], red: [RED, RED] });
  dataset = await scanFolder(folder.path);
  pool = await createImagePool({ workers: 0 });
});

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** A split whose validation images are those with these ids. */
function splitOf(ids: readonly string[]): Split {
  return {
    training: dataset.samples.filter(({ id }) => !ids.includes(id)),
    validation: dataset.samples.filter(({ id }) => ids.includes(id)),
  };
}

test('images, formats and sizes are counted for each class', async () => {
  const health = await examineImages(pool, dataset, eventLog());
  expect(health).toMatchObject({
    images: 4,
    classes: [
      { name: 'blue', images: 2, bad: 1 },
      { name: 'red', images: 2, bad: 0 },
    ],
    formats: [{ format: 'png', images: 4 }],
    sizes: { height: { least: 8, median: 8, most: 8 }, width: { least: 8, most: 8 } },
  });
});

test('a bad image is in the report with its reason', async () => {
  const { bad, findings } = await examineImages(pool, dataset, eventLog());
  expect(bad).toEqual([
    { id: 'blue/1.png', label: 0, reason: expect.stringContaining('is refused') as string },
  ]);
  expect(findings.find(({ kind }) => kind === 'unreadable')?.files).toEqual(['blue/1.png']);
});

test('each image is progress, bad or not', async () => {
  const log = eventLog();
  await examineImages(pool, dataset, log);
  const progress = [1, 2, 3, 4, 5].map((done) => ({
    type: 'task-progress',
    task: 'examine',
    done,
    total: 5,
  }));
  expect(log.events).toEqual([
    { type: 'task-start', task: 'examine', total: 5 },
    ...progress,
    { type: 'task-end', task: 'examine' },
  ]);
});

test('duplicates are found, and with a split those in both of its subsets', async () => {
  const same = { kind: 'same-file', ids: ['red/0.png', 'red/1.png'], classes: ['red'] };
  const whole = await examineImages(pool, dataset, eventLog());
  expect(whole.duplicates).toContainEqual({ ...same, acrossSplit: false });
  const apart = { ...eventLog(), split: splitOf(['red/1.png']) };
  const leaking = await examineImages(pool, dataset, apart);
  expect(leaking.duplicates).toContainEqual({ ...same, acrossSplit: true });
  expect(leaking.findings.map(({ kind }) => kind)).toContain('split-leak');
  expect(leaking.classes[1]).toMatchObject({ training: 1, validation: 1 });
  const together = { ...eventLog(), split: splitOf(['red/0.png', 'red/1.png']) };
  expect((await examineImages(pool, dataset, together)).duplicates).toContainEqual({
    ...same,
    acrossSplit: false,
  });
});

test('once the signal is aborted, the reason is thrown', async () => {
  const reason = new Error('enough');
  const log = eventLog(AbortSignal.abort(reason));
  await expect(examineImages(pool, dataset, log)).rejects.toBe(reason);
  expect(log.events.map(({ type }) => type)).toEqual(['task-start', 'task-end']);
});

test('the files of images whose facts were kept are not read again, and the report is the same', async () => {
  await using scratch = await temporaryFolder();
  const facts = { caches: scratch.path, folder: folder.path };
  const first = await examineImages(pool, dataset, { ...eventLog(), facts });
  const log = eventLog();
  expect(await examineImages(pool, dataset, { ...log, facts })).toEqual(first);
  // the bad image is read again
  expect(log.events[0]).toEqual({ type: 'task-start', task: 'examine', total: 1 });
  const without = await examineImages(pool, dataset, eventLog());
  expect(without).toEqual(first);
});

test('facts that were measured before an interruption are kept', async () => {
  await using scratch = await temporaryFolder();
  const facts = { caches: scratch.path, folder: folder.path };
  const controller = new AbortController();
  const emit = ({ type }: RunEvent) => {
    if (type === 'task-progress') controller.abort(new Error('stopped'));
  };
  const stopped = examineImages(pool, dataset, { emit, signal: controller.signal, facts });
  await expect(stopped).rejects.toThrow('stopped');
  const log = eventLog();
  await examineImages(pool, dataset, { ...log, facts });
  expect(log.events[0]).toMatchObject({ task: 'examine', total: 1 });
});
