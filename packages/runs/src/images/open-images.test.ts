import { isSproutError } from '@sprout/core';
import { parseRecipe } from '@sprout/imgproc';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { BLUE, photo, RED, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { TrainingOptions } from '../config/config-options.ts';
import { resolveTrain } from '../config/resolve-train.ts';
import { openImages } from './open-images.ts';

const RECIPE = parseRecipe([{ op: 'resize', height: 4, width: 4 }]);
const PHOTOS = { blue: [BLUE, BLUE, BLUE], red: [RED, RED, RED] };

/** Opens images with a recipe to 4 x 4 pixels, and one validation image of each class. */
async function opened(folder: string, options: TrainingOptions = {}, log = eventLog()) {
  const photos = join(folder, 'photos');
  const size = { height: 4, width: 4 };
  const own: TrainingOptions = {
    folder: photos,
    model: 'logistic',
    size,
    validation: 1,
    workers: 0,
    ...options,
  };
  const resolved = await resolveTrain(own);
  const images = await openImages({ resolved, cacheFolder: join(folder, 'cache'), ...log });
  return { images, events: log.events };
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((thrown: unknown) => thrown);

test('the images of a folder are checked, split and examined', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), PHOTOS);
  const { images, events } = await opened(folder.path);
  await using _ = images;
  expect(images.dataset.classes).toEqual(['blue', 'red']);
  expect(images.dataset.samples.length).toBe(6);
  expect(images.training.length).toBe(4);
  expect(Array.from(images.validation, ({ label }) => label)).toEqual([0, 1]);
  expect(images.bad).toEqual([]);
  expect(images.health).toMatchObject({ images: 6, classes: [{ name: 'blue' }, { name: 'red' }] });
  expect(events.filter(({ type }) => type === 'task-start')).toEqual([
    { type: 'task-start', task: 'check', total: 6 },
    { type: 'task-start', task: 'examine', total: 6 },
  ]);
});

test('shapes that differ are a finding, unless the recipe keeps proportions', async () => {
  await using folder = await temporaryFolder();
  const photos = await writePhotos(join(folder.path, 'photos'), PHOTOS);
  await writeFile(join(photos, 'red', '0.png'), await photo(RED, { height: 4 }));
  const kindsWith = async (options: TrainingOptions) => {
    const { images } = await opened(folder.path, options);
    await using _ = images;
    return images.health!.findings.map(({ kind }) => kind);
  };
  expect(await kindsWith({})).toContain('mixed-shapes');
  expect(await kindsWith({ fit: 'crop' })).not.toContain('mixed-shapes');
});

test('the source prepares images by the recipe, from the cache if the file is gone', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), PHOTOS);
  const { images } = await opened(folder.path);
  await using _ = images;
  const sample = images.training.at(0);
  await rm(sample.path);
  using lent = await images.source.prepare([sample], RECIPE);
  expect(lent).toMatchObject({ height: 4, width: 4, channels: 3, bad: [] });
  expect([...lent.images.subarray(0, 3)]).toEqual(BLUE);
});

test('without a cache, a file that changes is an error', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), PHOTOS);
  const { images } = await opened(folder.path, { cache: false });
  await using _ = images;
  const sample = images.training.at(0);
  await writeFile(sample.path, 'another file');
  await expect(images.source.prepare([sample], [])).rejects.toMatchObject({
    code: 'image-unreadable',
    context: { file: sample.path, reason: 'it was changed since it was first read' },
  });
});

test('bad images are left out with their reasons, or an error that counts them', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), { ...PHOTOS, blue: [BLUE, '<html>', BLUE, ''] });
  const { images } = await opened(folder.path, { onBad: 'skip' });
  await using _ = images;
  expect(images.bad.map(({ id }) => id)).toEqual(['blue/1.png', 'blue/3.png']);
  expect(images.bad[1]!.reason).toMatch(/3\.png: the file is empty$/);
  expect(images.dataset.samples.length).toBe(5);
  expect(images.health?.bad.map(({ id }) => id)).toEqual(['blue/1.png', 'blue/3.png']);
  const error = await errorOf(opened(folder.path, { onBad: 'fail', cache: false }));
  expect(error).toMatchObject({ code: 'images-bad', context: { count: 2, total: 7 } });
});

test('a class whose images are all bad is an error, with the reason for the first one', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), { ...PHOTOS, grey: ['', '<html>'] });
  const error = await errorOf(opened(folder.path, { onBad: 'skip' }));
  expect(error).toMatchObject({
    code: 'class-unusable',
    context: { className: 'grey', images: 2 },
  });
  expect(String(error)).toMatch(/first: .*grey.0\.png: the file is empty\)$/);
});

test('a class that is too small is found before any image is read', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), { blue: ['', '', ''], red: [RED] });
  const log = eventLog();
  const error = await errorOf(opened(folder.path, {}, log));
  expect(error).toMatchObject({
    code: 'class-too-small',
    context: { className: 'red', available: 1, requested: 1 },
  });
  expect(log.events).toEqual([]);
});

test('files of a group are in one subset', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), {
    blue: [BLUE, BLUE, BLUE, BLUE],
    red: [RED, RED, RED, RED],
  });
  const options = { validation: 0.5, groupBy: '(\\d)\\.png', cache: false };
  const { images } = await opened(folder.path, options);
  await using _ = images;
  const ids = Array.from(images.validation, ({ id }) => id);
  const blue = ids.filter((id) => id.startsWith('blue')).map((id) => id.replace('blue', 'red'));
  expect(blue).toHaveLength(2);
  expect(blue).toEqual(ids.filter((id) => id.startsWith('red')));
});

test('a signal that is aborted during the check ends it with the reason', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), PHOTOS);
  const reason = new Error('enough');
  const log = eventLog(AbortSignal.abort(reason));
  expect(await errorOf(opened(folder.path, {}, log))).toBe(reason);
  expect(log.events.at(-1)).toEqual({ type: 'task-end', task: 'check' });
  const { images } = await opened(folder.path); // the cache is not locked
  await images[Symbol.asyncDispose]();
});

test('a folder that does not exist is an error', async () => {
  await using folder = await temporaryFolder();
  const error = await errorOf(opened(folder.path));
  expect(isSproutError(error, 'folder-missing')).toBe(true);
});

test('a cache that cannot be written is an event, and the images are prepared without it', async () => {
  await using folder = await temporaryFolder();
  await writePhotos(join(folder.path, 'photos'), PHOTOS);
  await writeFile(join(folder.path, 'cache'), 'a file where the folder should be');
  const { images, events } = await opened(folder.path);
  await using _ = images;
  expect(events.filter(({ type }) => type === 'cache-unavailable')).toEqual([
    { type: 'cache-unavailable', reason: expect.stringContaining('cache') as string },
  ]);
  expect(images.training.length).toBe(4);
});
