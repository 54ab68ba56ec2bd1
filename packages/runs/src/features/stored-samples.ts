import { type Samples, SproutError, toErrorData } from '@sprout/core';
import { checkBad } from '../images/check-bad.ts';
import type { CheckedImages } from '../images/check-images.ts';
import type { BadImagePolicy } from '../options/limits.ts';

export interface StoredSamplesOptions {
  /** Names the store in messages. */
  readonly store: string;
  /** The ids of its rows. */
  readonly ids: readonly string[];
  readonly onBad: BadImagePolicy;
}

/**
 * The images of a folder that have features in a store of the same folder. The others were bad when the store was made.
 *
 * @throws {SproutError} `images-bad` if there are others, and `onBad` is `fail`.
 */
export function storedSamples(
  samples: Samples,
  { store, ids, onBad }: StoredSamplesOptions,
): CheckedImages {
  const stored = new Set(ids);
  const without = samples.filter(({ id }) => !stored.has(id));
  if (without.length === 0) return { good: samples, bad: [] };
  const bad = Array.from(without, ({ id, path }) => {
    const left = `left out of the feature store ${store}`;
    const error = new SproutError('image-unprocessable', { file: path, reason: `it was ${left}` });
    return { id, error: toErrorData(error), reason: `${id} was ${left}` };
  });
  checkBad(bad, { total: samples.length, onBad });
  return { good: samples.filter(({ id }) => stored.has(id)), bad };
}
