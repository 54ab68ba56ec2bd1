import { type Samples, SproutError } from '@sprout/core';
import type { Context } from '../event/run-context.ts';
import type { BadImagePolicy } from '../options/limits.ts';

export interface StoredSamplesOptions extends Pick<Context, 'emit'> {
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
  { store, ids, onBad, emit }: StoredSamplesOptions,
): Samples {
  const stored = new Set(ids);
  const without = samples.filter(({ id }) => !stored.has(id));
  if (without.length === 0) return samples;
  const count = without.length;
  const first = `${without.idAt(0)} was left out of the feature store ${store}`;
  if (onBad === 'fail')
    throw new SproutError('images-bad', { count, total: samples.length, first });
  emit({ type: 'images-left-out', count, first });
  return samples.filter(({ id }) => stored.has(id));
}
