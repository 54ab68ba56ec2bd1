import type { GradientSource } from '@sprout/core';
import type { AscendOptions, Ascent, AscentEnd } from './ascend-options.ts';
import { checkAscent } from './check-ascent.ts';
import { risingImages } from './rising-images.ts';

/**
 * Changes images step by step so that an objective of a model rises: gradient ascent. The result depends only on the model, the
 * engine, the options and the seed.
 *
 * @param source Only used; it stays the caller's to dispose of. It decides the size of the images.
 * @throws {SproutError} `option-invalid`; `shape-mismatch` for an image to start from; and as `GradientSource.gradient`, for a layer
 *   or a channel that does not exist. The reason of the signal.
 */
export async function ascend(source: GradientSource, options: AscendOptions): Promise<Ascent> {
  checkAscent(options);
  const { steps, count = 1, signal, onStep } = options;
  const rising = risingImages(source, options);
  let values = new Float32Array(count).fill(Number.NaN);
  let end: AscentEnd = 'done';
  let done = 0;
  while (end === 'done' && done < steps) {
    signal?.throwIfAborted();
    const outcome = await rising.rise(done + 1);
    if (typeof outcome === 'string') end = outcome;
    else {
      values = Float32Array.from(outcome.values);
      done++;
      onStep?.({ step: done, steps, ...outcome, pictures: rising.pictures });
    }
  }
  if (end === 'done' && !rising.areFinite()) end = 'not-finite';
  if (end === 'not-finite') {
    rising.undo(); // the images before the last step gave finite numbers
    done = Math.max(done - 1, 0);
  }
  return { pictures: rising.pictures(), images: rising.images(), values, end, steps: done };
}
