import { isSproutError } from '@sprout/core';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLUE, writePhotos } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { RunEvent } from '../event/run-event.ts';
import type { BadImagePolicy } from '../options/limits.ts';
import { filesToPredict } from './files-to-predict.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writePhotos(at('photos'), { blue: [BLUE] });
  await mkdir(at('empty'));
  await mkdir(at('notes'));
  for (const name of ['list.csv', 'a.txt', 'notes/b.txt']) await writeFile(at(name), 'x');
});
afterAll(() => folder[Symbol.asyncDispose]());

const at = (name: string): string => join(folder.path, name);

/** The number of images, or the error, with the events. */
async function listed(names: readonly string[], onBad: BadImagePolicy = 'fail') {
  const events: RunEvent[] = [];
  const emit = (event: RunEvent): void => void events.push(event);
  const { signal } = new AbortController();
  const options = { run: 'runs/a', paths: names.map(at) };
  const outcome = await filesToPredict(options, { followLinks: false, onBad, emit, signal }).catch(
    (error: unknown) => error,
  );
  if (isSproutError(outcome))
    return { code: outcome.code, message: outcome.message.replaceAll(at('/'), ''), events };
  const { images } = outcome as Awaited<ReturnType<typeof filesToPredict>>; // another error fails the test
  return { images: images.length, events };
}

const SEVERAL = '2 of 2 images cannot be used (first: list.csv: not an image)';

test.each([
  [['list.csv'], 'image-refused', 'list.csv is refused: not an image'],
  [['gone.png'], 'file-missing', 'There is no file gone.png'],
  [['empty', 'gone.png'], 'file-missing', 'There is no file gone.png'],
  [['empty'], 'subset-empty', 'No images are left for prediction: empty holds none'],
  [['notes'], 'subset-empty', 'No images are left for prediction: notes holds none'],
  [
    ['empty', 'notes'],
    'subset-empty',
    'No images are left for prediction: the 2 paths hold none (first: empty)',
  ],
])('%j, without images, are one error', async (names, code, message) => {
  expect(await listed(names)).toEqual({ code, message, events: [] });
});

test('several files that are no images are named by events, and counted in the error', async () => {
  const { code, message, events } = await listed(['list.csv', 'a.txt']);
  expect([code, message]).toEqual(['images-bad', SEVERAL]);
  expect(events.map(({ type }) => type)).toEqual(['path-passed-over', 'path-passed-over']);
});

test('a path without images is no error beside one with images', async () => {
  expect(await listed(['empty', 'photos'])).toEqual({ images: 1, events: [] });
  const { images, events } = await listed(['list.csv', 'photos']);
  expect(images).toBe(1);
  expect(events).toMatchObject([{ type: 'path-passed-over', reason: 'not an image' }]);
});

test('files that are left out on request, and an empty list, are no error', async () => {
  expect(await listed([])).toEqual({ images: 0, events: [{ type: 'no-images' }] });
  const { images, events } = await listed(['list.csv', 'gone.png'], 'skip');
  expect(images).toBe(0);
  expect(events.map(({ type }) => type)).toEqual([
    'path-passed-over',
    'path-passed-over',
    'no-images',
  ]);
  expect(await listed(['empty'], 'skip')).toMatchObject({ code: 'subset-empty' });
});
