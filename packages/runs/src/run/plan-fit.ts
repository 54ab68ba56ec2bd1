import { batches, type TrainingPosition } from '@sprout/core';
import { type FitOptions, mixedBatches } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { FeatureStreams } from '../features/feature-streams.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';

export interface PlanFitOptions {
  /** The number of batches to prepare during a step. */
  readonly ahead: number;
  readonly from?: TrainingPosition | undefined;
  /** The number of finished epochs in which the patience of early stopping does not count. */
  readonly patienceFrom?: number | undefined;
  readonly classWeights?: readonly number[] | undefined;
  /** The batches of features, if the head is trained on them; otherwise they are of images. */
  readonly features?: FeatureStreams | undefined;
}

/** The options of `fit` for a resolved configuration and opened images. */
export function planFit(
  { recipe, augment, train }: ResolvedTraining,
  { dataset, tags, training, validation, source }: OpenedImages,
  { ahead, from, patienceFrom, classWeights, features }: PlanFitOptions,
): FitOptions {
  const { batchSize, seed, epochs, schedule, stages, mix, labelSmoothing, earlyStopping } = train;
  const common = { recipe, batchSize, seed, ahead };
  return {
    training: (epoch, firstStep) => {
      const own = { ...common, samples: training, augment, epoch, firstStep };
      const single = batches(source, own);
      return mix === undefined ? single : mixedBatches(single, { mix, seed, epoch });
    },
    validation: () => batches(source, { ...common, samples: validation, epoch: 0, shuffle: false }),
    ...(features && { training: features.training, validation: features.validation }),
    classes: classMap({ dataset, tags }).length,
    ...(tags && { tags: tags.rows }),
    stepsPerEpoch: Math.ceil((features?.rows ?? training.length) / batchSize),
    epochs,
    learningRate: train.optimiser.learningRate,
    schedule,
    ...(stages && { stages }),
    labelSmoothing,
    ...(classWeights && { classWeights }),
    ...(earlyStopping && { earlyStopping }),
    ...(patienceFrom !== undefined && { patienceFrom }),
    ...(from && { from }),
  };
}
