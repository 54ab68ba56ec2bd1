import { SproutError } from '@sprout/core';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Config, configSchema } from '../config/config-schema.ts';
import type { RunEvent } from '../event/run-event.ts';
import { withGivenPaths } from './with-given-paths.ts';

const configOf = (data: object): Config => configSchema.parse({ data });
const signal = new AbortController().signal;

const failing = (config: Config, error: unknown) =>
  withGivenPaths(config, { emit: () => undefined, signal }, () => Promise.reject(error as Error));

test.each([
  ['photos', 'photos/oak/1.png'],
  ['./photos/', 'photos/oak/1.png'],
  ['.', 'oak/1.png'],
  ['..', '../oak/1.png'],
  ['a (b)+$', 'a (b)+$/oak/1.png'],
  ['/data/photos', '/data/photos/oak/1.png'],
])('an error has the path of an image below %s as it was given', async (folder, shown) => {
  const first = `Cannot read ${resolve(folder, 'oak/1.png')}: it is empty`;
  const error = new SproutError('images-bad', { count: 1, total: 2, first });
  await expect(failing(configOf({ folder }), error)).rejects.toThrow(
    `1 of 2 images cannot be used (first: Cannot read ${shown}: it is empty)`,
  );
});

test('an error has the folder and its tables as they were given', async () => {
  const config = configOf({ folder: 'photos', tags: 'tables/tags.csv' });
  const missing = new SproutError('folder-missing', { folder: resolve('photos') });
  await expect(failing(config, missing)).rejects.toThrow('There is no folder photos');
  const file = new SproutError('file-missing', { file: resolve('tables/tags.csv') });
  await expect(failing(config, file)).rejects.toThrow('There is no file tables/tags.csv');
});

test('other paths that contain that of the folder, and other errors, stay as they are', async () => {
  const config = configOf({ folder: 'photos' });
  const folder = `/mnt${resolve('photos/1')}`;
  const elsewhere = new SproutError('folder-missing', { folder });
  await expect(failing(config, elsewhere)).rejects.toThrow(`There is no folder ${folder}`);
  const other = new Error(resolve('photos'));
  await expect(failing(config, other)).rejects.toBe(other);
});

test('events have the paths as they were given', async () => {
  const events: RunEvent[] = [];
  const context = { emit: (event: RunEvent) => void events.push(event), signal };
  const path = resolve('photos/oak');
  const result = await withGivenPaths(configOf({ folder: 'photos' }), context, async ({ emit }) => {
    emit({ type: 'path-left-out', path, reason: 'no permission' });
    return 'done';
  });
  expect(result).toBe('done');
  expect(events).toEqual([{ type: 'path-left-out', path: 'photos/oak', reason: 'no permission' }]);
});
