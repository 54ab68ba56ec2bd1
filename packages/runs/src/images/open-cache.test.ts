import { type ImageSource, isSproutError, type Sample } from '@sprout/core';
import { createImagePool, type ImagePool, parseRecipe } from '@sprout/imgproc';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BLUE, photo, RED } from '../../test/photos.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openCache, type OpenCacheOptions } from './open-cache.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pool: ImagePool;
let sample: Sample;

beforeAll(async () => {
  folder = await temporaryFolder();
  pool = await createImagePool({ workers: 0 });
  const path = join(folder.path, 'red.png');
  await writeFile(path, await photo(RED));
  sample = { id: 'red.png', path, label: 0 };
});

afterAll(async () => {
  await pool[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const recipe = parseRecipe([{ op: 'resize', height: 2, width: 2 }]);

function options(name: string, more: Partial<OpenCacheOptions> = {}): OpenCacheOptions {
  const onProblem = (reason: string): never => expect.unreachable(reason);
  const caches = join(folder.path, name);
  return { caches, folder: 'photos', recipe, height: 2, width: 2, onProblem, ...more };
}

/** The first pixel of the sample. */
async function pixelFrom(source: ImageSource, of = sample): Promise<number[]> {
  using lent = await source.prepare([of], recipe);
  return [...lent.images.subarray(0, 3)];
}

test('an image is prepared once, also for a cache that is opened again', async () => {
  let calls = 0;
  const counting: ImageSource = {
    render: (...parameters) => pool.render(...parameters),
    augment: (...parameters) => pool.augment(...parameters),
    prepare: (...parameters) => {
      calls++;
      return pool.prepare(...parameters);
    },
  };
  for (let time = 0; time < 2; time++) {
    await using cache = await openCache(counting, options('twice'));
    expect(await pixelFrom(cache!)).toEqual(RED);
    expect(await pixelFrom(cache!)).toEqual(RED);
    expect(cache!.problem).toBeUndefined();
  }
  expect(calls).toBe(1);
});

test('a file that was changed is prepared again when the cache is opened again', async () => {
  const path = join(folder.path, 'changing.png');
  const changing = { id: 'changing.png', path, label: 0 };
  await writeFile(path, await photo(RED));
  {
    await using cache = await openCache(pool, options('changed'));
    expect(await pixelFrom(cache!, changing)).toEqual(RED);
  }
  await writeFile(path, await photo(BLUE, { height: 9, width: 9 }));
  await using cache = await openCache(pool, options('changed'));
  expect(await pixelFrom(cache!, changing)).toEqual(BLUE);
});

test('each pair of data set and recipe has its own folder', async () => {
  const other = parseRecipe([
    { op: 'resize', height: 2, width: 2 },
    { op: 'median', size: 3 },
  ]);
  const all = [
    options('pairs'),
    options('pairs', { folder: './photos/' }), // the same folder
    options('pairs', { folder: 'other' }),
    options('pairs', { recipe: other }),
  ];
  for (const one of all) {
    await using cache = await openCache(pool, one);
    expect(cache).toBeDefined();
  }
  expect(await readdir(join(folder.path, 'pairs'))).toHaveLength(3);
});

test('a cache that is open is not opened again, without a problem', async () => {
  {
    await using first = await openCache(pool, options('busy'));
    expect(first).toBeDefined();
    expect(await openCache(pool, options('busy'))).toBeUndefined();
  }
  await using again = await openCache(pool, options('busy'));
  expect(again).toBeDefined();
});

test('a folder that cannot be written is a problem with the path and the reason', async () => {
  const problems: string[] = [];
  await writeFile(join(folder.path, 'file'), '');
  const onProblem = (reason: string): void => void problems.push(reason);
  expect(await openCache(pool, options('file', { onProblem }))).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining(join(folder.path, 'file'))]);
  await rm(join(folder.path, 'file'));
});

test('any other error is thrown', async () => {
  const invalid = [{ op: 'no-such-op' }];
  const error: unknown = await openCache(pool, options('none', { recipe: invalid })).catch(
    (thrown: unknown) => thrown,
  );
  expect(isSproutError(error, 'name-unknown')).toBe(true);
});
