import type { Batch } from '@sprout/core';
import type { InputNumbers } from '../engine/contract/predictor.ts';

/** Images or features with their labels, ready for a model. Valid until the next batch is requested. */
export interface ModelBatch extends Pick<Batch, 'count' | 'labels' | 'ids' | 'step'> {
  /** As the model takes them. Lent: copy numbers that you keep for longer. */
  readonly images: InputNumbers;
  /**
   * The share of each image itself, if it is mixed with the one before it in the batch (the first with the last), as `mixedBatches` does.
   * The targets are mixed likewise.
   */
  readonly ownShare?: number | undefined;
}
