import { isSproutError } from '@sprout/core';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFinishedRun } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { resolveResume } from './resolve-resume.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let run: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const set = ['workers=3', 'train.seed=5'];
  ({ folder: run } = await writeFinishedRun(folder.path, { photos: '/data/photos', set }));
});

afterAll(() => folder[Symbol.asyncDispose]());

test('the configuration is that of the record', async () => {
  const resolved = await resolveResume({ run });
  expect(resolved).toMatchObject({
    data: { folder: '/data/photos' },
    model: { name: 'logistic' },
    train: { epochs: 2, seed: 5 },
    workers: 3,
  });
});

test('only the numbers of epochs and workers can be changed', async () => {
  const own = await resolveResume({ run });
  const more = { ...own, train: { ...own.train, epochs: 5 } };
  expect(await resolveResume({ run, epochs: 5 })).toEqual(more);
  expect(await resolveResume({ run, workers: 0 })).toEqual({ ...own, workers: 0 });
});

test.each([0, 2.5, 100_001])('%d epochs are refused', async (epochs) => {
  await expect(resolveResume({ run, epochs })).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'epochs', value: String(epochs) },
  });
});

test('a data set that was moved is found in its new folder', async () => {
  const { data } = await resolveResume({ run, data: '/data/new/../moved' });
  expect(data.folder).toBe('/data/moved');
});

test.each([
  ['/data/photos/groups.csv', '/data/moved/groups.csv'],
  ['/data/groups.csv', '/data/groups.csv'],
  ['^(.*)_', '^(.*)_'],
])('the groups %s are those of %s in a data set that was moved', async (groupBy, expected) => {
  const place = join(folder.path, groupBy.length.toString());
  const grouped = await writeFinishedRun(place, {
    photos: '/data/photos',
    set: [`data.groupBy=${groupBy}`],
  });
  const { data } = await resolveResume({ run: grouped.folder, data: '/data/moved' });
  expect(data.groupBy).toBe(expected);
});

test('the folder of the images may be given in another form, but not another one', async () => {
  expect(await resolveResume({ run, folder: '/data/other/../photos/' })).toEqual(
    await resolveResume({ run }),
  );
  const error: unknown = await resolveResume({ run, folder: '/data/other' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(isSproutError(error, 'run-incompatible')).toBe(true);
  expect(error).toMatchObject({
    context: { run, reason: 'it was trained on /data/photos, not on /data/other' },
  });
});

test('a run that does not exist is an error with that of the same name in the folder of runs', async () => {
  const bare = { run: 'logistic-1', runs: folder.path };
  await expect(resolveResume(bare)).rejects.toMatchObject({
    code: 'run-missing',
    context: { run: 'logistic-1', meant: run },
  });
});

test('a folder without a run is an error with the file that is missing', async () => {
  await expect(resolveResume({ run: folder.path })).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(folder.path, 'run.json') },
  });
});
