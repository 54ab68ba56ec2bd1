import type { EpochMetrics } from '@sprout/core';
import type { ModelDefinition } from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import { classMap } from '../images/class-map.ts';
import type { OpenedImages } from '../images/open-images.ts';
import type { EvaluationRecord } from './evaluation-record.ts';
import { keptEpoch } from './kept-epoch.ts';
import type { RunFolder } from './run-folder.ts';
import { trainingSeconds } from './training-seconds.ts';

/** The result of `train` and `resume`. */
export interface TrainResult {
  /** The run folder. */
  readonly run: string;
  readonly model: string;
  readonly classes: number;
  readonly parameters: number;
  readonly epochs: number;
  /** The epoch whose weights the model has, counted from 1. */
  readonly keptEpoch: number;
  /** Whether that is the best epoch; otherwise it is the last. */
  readonly isBestKept: boolean;
  /** Accuracy and loss on the training images, in the last epoch. */
  readonly accuracy: number;
  readonly loss: number;
  /** Accuracy and loss on the validation images, with the weights of the model. */
  readonly validationAccuracy: number;
  readonly validationLoss: number;
  /** Only of a model of tags: the mean F2 of the validation images, with the thresholds that were searched on them. */
  readonly validationF2?: number;
  readonly samples: {
    readonly training: number;
    readonly validation: number;
    readonly bad: number;
  };
  readonly imagesPerSecond: number;
  /** The share of the time of training spent waiting for data, 0 to 1. */
  readonly dataWait: number;
  /** The time of the epochs. */
  readonly seconds: number;
  readonly engine: string;
}

export interface TrainResultOptions {
  readonly resolved: ResolvedTraining;
  readonly images: Pick<OpenedImages, 'dataset' | 'tags' | 'training' | 'validation' | 'bad'>;
  readonly definition: Pick<ModelDefinition, 'weights'>;
  readonly run: RunFolder;
  readonly engine: string;
  readonly history: readonly EpochMetrics[];
  readonly evaluation: Pick<EvaluationRecord, 'accuracy' | 'loss' | 'f2'>;
}

/** The result of a finished training. */
export function trainResult({
  resolved,
  images,
  definition,
  run,
  engine,
  history,
  evaluation,
}: TrainResultOptions): TrainResult {
  const last = history.at(-1)!; // a finished run has at least one epoch
  const best = keptEpoch(resolved, history);
  return {
    run: run.folder,
    model: resolved.model.name,
    classes: classMap(images).length,
    parameters: definition.weights.reduce((sum, { data }) => sum + data.length, 0),
    epochs: history.length,
    keptEpoch: best ?? history.length,
    isBestKept: best !== undefined,
    accuracy: last.accuracy,
    loss: last.loss,
    validationAccuracy: evaluation.accuracy,
    validationLoss: evaluation.loss,
    ...(evaluation.f2 !== undefined && { validationF2: evaluation.f2 }),
    samples: {
      training: images.training.length,
      validation: images.validation.length,
      bad: images.bad.length,
    },
    ...overallSpeed(history),
    seconds: trainingSeconds(history),
    engine,
  };
}

/**
 * The speed over all epochs, and the share of waiting weighted by time. Epochs without a speed are left out: they were resumed
 * after their last step and trained on no image.
 */
export function overallSpeed(
  history: readonly EpochMetrics[],
): Pick<TrainResult, 'imagesPerSecond' | 'dataWait'> {
  const trained = history.filter(({ imagesPerSecond }) => imagesPerSecond > 0);
  const seconds = trained.map(({ imagesPerSecond }) => 1 / imagesPerSecond);
  const total = seconds.reduce((sum, own) => sum + own, 0);
  if (total === 0) return { imagesPerSecond: 0, dataWait: 0 };
  const waited = trained.reduce((sum, { dataWait }, at) => sum + dataWait * seconds[at]!, 0);
  return { imagesPerSecond: trained.length / total, dataWait: waited / total };
}
