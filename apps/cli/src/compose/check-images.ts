import {
  chunksOf,
  type ErrorData,
  fromErrorData,
  type ImageSource,
  mapOrdered,
  type Recipe,
  type Sample,
  type Samples,
  SproutError,
} from '@sprout/core';

/** A file that cannot be used, and why. */
export interface BadFile {
  readonly id: string;
  readonly error: ErrorData;
  readonly reason: string;
}

export interface CheckImagesOptions {
  readonly recipe: Recipe;
  readonly onBad: 'fail' | 'skip';
  readonly onProgress: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface CheckedImages {
  readonly good: Samples;
  readonly bad: readonly BadFile[];
}

/** Images prepared together, and how many such batches at a time: enough for 64 workers. */
const CHUNK = 32;
const AHEAD = 4;

/**
 * Prepares every image once, before anything is learned from any: what cannot be used is known then, and a cache
 * before the source is filled.
 *
 * @throws {SproutError} `images-bad` with `onBad: "fail"`, after all images were looked at.
 */
export async function checkImages(
  source: ImageSource,
  samples: Samples,
  { recipe, onBad, onProgress, signal }: CheckImagesOptions,
): Promise<CheckedImages> {
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
  if (bad.length > 0 && onBad === 'fail') {
    throw new SproutError('images-bad', {
      count: bad.length,
      total: samples.length,
      first: bad[0]!.reason,
    });
  }
  const excluded = new Set(bad.map(({ id }) => id));
  return {
    good: excluded.size === 0 ? samples : samples.filter(({ id }) => !excluded.has(id)),
    bad,
  };
}
