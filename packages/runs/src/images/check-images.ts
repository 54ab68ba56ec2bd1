import {
  chunksOf,
  type ErrorData,
  fromErrorData,
  type ImageSource,
  mapOrdered,
  type Recipe,
  type Sample,
  type Samples,
} from '@sprout/core';
import { runTask } from '../event/run-task.ts';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';
import { checkBad } from './check-bad.ts';

/** A bad image: a file that cannot be used, with the reason. */
export interface BadFile {
  readonly id: string;
  readonly error: ErrorData;
  readonly reason: string;
}

export interface CheckImagesOptions extends Context {
  readonly recipe: Recipe;
  readonly onBad: BadImagePolicy;
}

export interface CheckedImages {
  readonly good: Samples;
  readonly bad: readonly BadFile[];
}

/** Images in a chunk, and chunks in progress at a time: together enough for 64 workers. */
const CHUNK = 32;
const AHEAD = 4;

/**
 * Prepares every image once, to find all bad images and to fill the cache of the source.
 *
 * @throws {SproutError} `images-bad` after the last image, if one is bad and `onBad` is `fail`.
 */
export async function checkImages(
  source: ImageSource,
  samples: Samples,
  options: CheckImagesOptions,
): Promise<CheckedImages> {
  const bad = await runTask(options, { task: 'check', total: samples.length }, (onProgress) =>
    badImages(source, samples, { ...options, onProgress }),
  );
  checkBad(bad, { total: samples.length, onBad: options.onBad });
  const excluded = new Set(bad.map(({ id }) => id));
  return {
    good: excluded.size === 0 ? samples : samples.filter(({ id }) => !excluded.has(id)),
    bad,
  };
}

interface BadImagesOptions extends CheckImagesOptions {
  readonly onProgress: (done: number) => void;
}

async function badImages(
  source: ImageSource,
  samples: Samples,
  { recipe, onProgress, signal }: BadImagesOptions,
): Promise<BadFile[]> {
  const bad: BadFile[] = [];
  const map = async (chosen: readonly Sample[]) => {
    using lent = await source.prepare(chosen, recipe, signal);
    return lent.bad.map(({ id, error }) => ({ id, error, reason: fromErrorData(error).message }));
  };
  let done = 0;
  for await (const found of mapOrdered(
    chunksOf(samples, CHUNK),
    { limit: AHEAD, signal },
    { map },
  )) {
    bad.push(...found);
    done += CHUNK;
    onProgress(Math.min(done, samples.length));
  }
  return bad;
}
