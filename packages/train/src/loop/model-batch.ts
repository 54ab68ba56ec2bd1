import type { Batch } from '@sprout/core';
import type { InputNumbers } from '../engine/contract/predictor.ts';

/** Images or features with their labels, ready for a model. Valid until the next batch is requested. */
export interface ModelBatch extends Pick<Batch, 'count' | 'labels' | 'ids' | 'step'> {
  /** As the model takes them. Lent: copy numbers that you keep for longer. */
  readonly images: InputNumbers;
  /**
   * Of mixed images, as `mixedBatches` makes them: the share of the image itself, 0 to 1; the rest is that of the image before it in the
   * batch, for the first image that of the last one. The targets are mixed in the same way.
   */
  readonly ownShare?: number | undefined;
}
