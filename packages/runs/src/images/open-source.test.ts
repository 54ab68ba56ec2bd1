import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { photo, RED } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { TrainingOptions } from '../config/config-options.ts';
import { resolveTrain } from '../config/resolve-train.ts';
import { openSource } from './open-source.ts';

const onProblem = (reason: string): never => expect.unreachable(reason);

/** A configuration for images of 2 x 2 pixels that are prepared in this thread. */
const resolvedWith = (options: TrainingOptions = {}) =>
  resolveTrain({
    folder: 'photos',
    model: 'logistic',
    recipe: [{ op: 'resize', height: 2, width: 2 }],
    workers: 0,
    ...options,
  });

test('with a cache, an image is taken from it after its file is gone', async () => {
  await using folder = await temporaryFolder();
  const resolved = await resolvedWith();
  const path = join(folder.path, '0.png');
  await writeFile(path, await photo(RED));
  const cacheFolder = join(folder.path, 'cache');
  await using opened = await openSource(resolved, { cacheFolder, onProblem });
  expect(opened.source).toBe(opened.cached);
  const samples = [{ id: '0.png', path, label: 0 }];
  for (let time = 0; time < 2; time++) {
    using lent = await opened.source.prepare(samples, resolved.recipe);
    expect([...lent.images]).toEqual([...RED, ...RED, ...RED, ...RED]);
    await rm(path, { force: true });
  }
});

test('without a cache nothing is written, and a file that is gone is an error', async () => {
  await using folder = await temporaryFolder();
  const resolved = await resolvedWith({ cache: false });
  const path = join(folder.path, '0.png');
  await writeFile(path, await photo(RED));
  const cacheFolder = join(folder.path, 'cache');
  await using opened = await openSource(resolved, { cacheFolder, onProblem });
  expect(opened.cached).toBeUndefined();
  const samples = [{ id: '0.png', path, label: 0 }];
  (await opened.source.prepare(samples, resolved.recipe))[Symbol.dispose]();
  expect(await readdir(folder.path)).toEqual(['0.png']);
  await rm(path);
  await expect(opened.source.prepare(samples, resolved.recipe)).rejects.toMatchObject({
    code: 'image-unreadable',
    context: { file: path, reason: 'it is gone' },
  });
});

test('a cache that another source has open is not used', async () => {
  await using folder = await temporaryFolder();
  const resolved = await resolvedWith();
  const options = { cacheFolder: folder.path, onProblem };
  await using first = await openSource(resolved, options);
  await using second = await openSource(resolved, options);
  expect(first.cached).toBeDefined();
  expect(second.cached).toBeUndefined();
});

test('disposing of a source ends its pool and releases its cache', async () => {
  await using folder = await temporaryFolder();
  const resolved = await resolvedWith();
  const options = { cacheFolder: folder.path, onProblem };
  const opened = await openSource(resolved, options);
  await opened[Symbol.asyncDispose]();
  await expect(opened.pool.prepare([], [])).rejects.toThrow(/after it was disposed of/);
  await using again = await openSource(resolved, options);
  expect(again.cached).toBeDefined();
});

test('a recipe without a fixed size cannot be cached', async () => {
  await using folder = await temporaryFolder();
  const resolved = await resolvedWith({ recipe: [{ op: 'median', size: 3 }] });
  await expect(openSource(resolved, { cacheFolder: folder.path, onProblem })).rejects.toMatchObject(
    {
      code: 'recipe-invalid',
      context: { reason: expect.stringContaining('add { op: resize, height, width }') as string },
    },
  );
  expect(await readdir(folder.path)).toEqual([]);
});

test('a number of workers out of range is an error', async () => {
  await using folder = await temporaryFolder();
  const resolved = { ...(await resolvedWith()), workers: 65 };
  await expect(openSource(resolved, { cacheFolder: folder.path, onProblem })).rejects.toMatchObject(
    { code: 'option-invalid', context: { option: 'workers', value: '65' } },
  );
});
