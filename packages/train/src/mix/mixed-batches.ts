import type { Batch } from '@sprout/core';
import { drawMix, type DrawMixOptions } from './draw-mix.ts';
import { mixBatch, type MixedBatch } from './mix-batch.ts';
import type { Mix } from './mix-spec.ts';

export interface MixedBatchesOptions extends Omit<DrawMixOptions, 'ids'> {
  readonly mix: Mix;
}

/**
 * The batches of an epoch with mixed images, for `fit`. An image is mixed with the one before it, so the batches must be shuffled, as those
 * of `batches` are. The same batch is always mixed in the same way.
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
