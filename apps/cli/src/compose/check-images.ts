import {
  type ErrorData,
  fromErrorData,
  type ImageSource,
  mapOrdered,
  type Recipe,
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

const CHUNK = 32;

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
  const chunks = Array.from(
    { length: Math.ceil(samples.length / CHUNK) },
    (_, chunk) => chunk * CHUNK,
  );
  const map = async (start: number) => {
    const count = Math.min(CHUNK, samples.length - start);
    const chosen = Array.from({ length: count }, (_, offset) => samples.at(start + offset));
    using lent = await source.prepare(chosen, recipe, signal);
    return lent.bad.map(({ id, error }) => ({ id, error, reason: fromErrorData(error).message }));
  };
  let done = 0;
  for await (const found of mapOrdered(chunks, { limit: 4, signal }, { map })) {
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
