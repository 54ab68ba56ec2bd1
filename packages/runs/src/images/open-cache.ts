import {
  cachedSource,
  type ImageSource,
  isSproutError,
  openRecordCache,
  type Recipe,
} from '@sprout/core';
import { recipeHash } from '@sprout/imgproc';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export interface OpenCacheOptions {
  /** The folder that holds all caches. */
  readonly caches: string;
  /** The data set's folder. */
  readonly folder: string;
  readonly recipe: Recipe;
  readonly height: number;
  readonly width: number;
  /** Called with the reason if the cache cannot be written. */
  readonly onProblem: (reason: string) => void;
}

/** A source that takes images from a cache if they are in it. */
export interface CachedImages extends ImageSource, AsyncDisposable {
  /** The error after which no more images are written to the cache, a full disk for example; `undefined` before. */
  readonly problem: unknown;
}

/**
 * Opens a cache on disk for a source: one folder for each pair of data set and recipe.
 *
 * @returns `undefined` while another process uses the same cache, or if it cannot be written. The caller then uses the source.
 */
export async function openCache(
  source: ImageSource,
  { caches, folder, recipe, height, width, onProblem }: OpenCacheOptions,
): Promise<CachedImages | undefined> {
  const key = recipeHash(recipe);
  const name = createHash('sha256')
    .update(`${key}\n${resolve(folder)}`)
    .digest('hex')
    .slice(0, 16);
  try {
    const cache = await openRecordCache(join(caches, name), { key, height, width, channels: 3 });
    return {
      ...cachedSource(source, cache),
      get problem() {
        return cache.problem;
      },
      [Symbol.asyncDispose]: () => cache[Symbol.asyncDispose](),
    };
  } catch (error) {
    if (isSproutError(error, 'run-locked')) return undefined;
    if (!isSproutError(error, 'file-unwritable')) throw error;
    onProblem(error.message);
    return undefined;
  }
}
