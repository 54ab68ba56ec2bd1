import { type ImageSource, steadySource } from '@sprout/core';
import { createImagePool, type ImagePool } from '@sprout/imgproc';
import { fixedSize } from '../config/fixed-size.ts';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { type CachedImages, openCache } from './open-cache.ts';

export interface OpenSourceOptions {
  /** The folder that holds all caches. */
  readonly cacheFolder: string;
  /** Called with the reason if the cache cannot be written. */
  readonly onProblem: (reason: string) => void;
}

/** An image pool and the cache of prepared images in front of it. Owns both. */
export interface OpenedSource extends AsyncDisposable {
  readonly pool: ImagePool;
  readonly cached: CachedImages | undefined;
  /** The pool without the cache, for any recipe. */
  readonly files: ImageSource;
  /** The cache if there is one, or else the pool. */
  readonly source: ImageSource;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Starts the image pool of a training and opens its cache. */
export async function openSource(
  { data, recipe, workers }: ResolvedTraining,
  { cacheFolder, onProblem }: OpenSourceOptions,
): Promise<OpenedSource> {
  const owned: AsyncDisposable[] = [];
  const dispose = () => disposeAll(owned);
  try {
    const pool = await createImagePool({ workers, pixelLimit: data.pixelLimit });
    owned.push(pool);
    const files = steadySource(pool);
    const { folder } = data;
    const cacheOptions = { caches: cacheFolder, folder, recipe, onProblem };
    const cached = data.cache
      ? await openCache(files, { ...cacheOptions, ...fixedSize(recipe) })
      : undefined;
    if (cached !== undefined) owned.push(cached);
    return { pool, cached, files, source: cached ?? files, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose().catch(() => undefined); // the first error is the cause
    throw error;
  }
}

/** Disposes of all resources, even if one fails. @throws the first error. */
async function disposeAll(resources: readonly AsyncDisposable[]): Promise<void> {
  const ends = resources.map(async (resource) => resource[Symbol.asyncDispose]());
  await Promise.allSettled(ends);
  await Promise.all(ends);
}
