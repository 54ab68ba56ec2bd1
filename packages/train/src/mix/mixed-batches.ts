import type { Batch } from '@sprout/core';
import { drawMix, type DrawMixOptions } from './draw-mix.ts';
import { mixBatch, type MixedBatch } from './mix-batch.ts';
import type { Mix } from './mix-spec.ts';

export interface MixedBatchesOptions extends Omit<DrawMixOptions, 'ids'> {
  readonly mix: Mix;
}

/**
 * Mixes the images of the batches of an epoch, for `fit`. Each image is mixed with the one before it in the batch, so the samples must be
 * in random order, as `batches` gives them. How a batch is mixed depends on the seed, the epoch and the ids of its samples alone.
 *
 * @returns Batches with fresh images; a batch that is not mixed is returned as it is.
 */
export async function* mixedBatches(
  batches: AsyncIterable<Batch>,
  { mix, seed, epoch }: MixedBatchesOptions,
): AsyncGenerator<MixedBatch, void, undefined> {
  for await (const batch of batches) {
    const drawn = drawMix(mix, { seed, epoch, ids: batch.ids });
    yield drawn === undefined ? batch : mixBatch(batch, drawn);
  }
}
