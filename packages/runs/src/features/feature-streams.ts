import type { Samples } from '@sprout/core';
import { featureBatches, type FeatureRows, type FitOptions } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';

/** The batches of a training on features. */
export interface FeatureStreams extends Pick<FitOptions, 'training' | 'validation'> {
  /** The number of rows of an epoch. */
  readonly rows: number;
}

export interface FeatureStreamsOptions {
  readonly training: Samples;
  readonly validation: Samples;
  readonly resolved: Pick<ResolvedTraining, 'augment' | 'train'>;
}

/**
 * The rows of a store as the batches of a training, in the order of the training on its images. Augmented copies are further rows
 * of training samples, if the training has an augmentation; validation is on the images as they are.
 */
export function featureStreams(
  store: FeatureRows,
  { training, validation, resolved }: FeatureStreamsOptions,
): FeatureStreams {
  const { augment, train } = resolved;
  const { batchSize, seed } = train;
  const trainingIds = idsOf(training);
  const validationIds = idsOf(validation);
  const copy = augment.length > 0 ? 'all' : 0;
  const common = { batchSize, seed };
  return {
    rows: trainingIds.length * (copy === 'all' ? store.copies : 1),
    training: (epoch, firstStep) =>
      featureBatches(store, { ...common, ids: trainingIds, epoch, firstStep, copy }),
    validation: () =>
      featureBatches(store, { ...common, ids: validationIds, epoch: 0, shuffle: false, copy: 0 }),
  };
}

function idsOf(samples: Samples): readonly string[] {
  return Array.from(samples, ({ id }) => id);
}
