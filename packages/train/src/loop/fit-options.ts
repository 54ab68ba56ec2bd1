import type { TrainingPosition } from '@sprout/core';
import type { EarlyStoppingOptions } from '../schedule/early-stopping.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';
import type { TagRow } from '../metrics/tag-row.ts';
import type { ModelBatch } from './model-batch.ts';

/** A stage of a training: some epochs with a learning rate and a schedule of their own. */
export interface FitStage {
  /** At least 1. The last stage has the epochs that the others leave. */
  readonly epochs: number;
  /** The base rate of the schedule. */
  readonly learningRate: number;
  /** Its epochs and steps are those of the stage. Constant by default. */
  readonly schedule?: ScheduleOptions | undefined;
}

/** The data and the settings of a training. */
export interface FitOptions {
  /**
   * The batches of an epoch (from 0), beginning with `firstStep`. A whole epoch has `stepsPerEpoch` batches. The same arguments
   * must always give the same batches.
   */
  readonly training: (epoch: number, firstStep: number) => AsyncIterable<ModelBatch>;
  /** Every validation sample once; no batch if there is no validation. */
  readonly validation: () => AsyncIterable<ModelBatch>;
  readonly classes: number;
  /**
   * Only of a model of tags, which ends in sigmoids: the tags of the samples by label. Row `n` has a 1 for each tag of the samples with
   * the label `n`.
   */
  readonly tags?: readonly TagRow[] | undefined;
  /** At least 1. */
  readonly stepsPerEpoch: number;
  /** The number of epochs after which the training is completed. The rates of `cosine` depend on it. */
  readonly epochs: number;
  /** The base rate of the schedule. */
  readonly learningRate: number;
  /** The schedule of the learning rate, with the settings that differ from its defaults; constant by default. */
  readonly schedule?: ScheduleOptions | undefined;
  /**
   * The stages, whose rates and schedules are used instead of those above. The trainer must have as many. Early stopping counts the
   * epochs of each stage and ends it; in the last stage, it ends the training.
   */
  readonly stages?: readonly FitStage[] | undefined;
  /** From 0 to below 1; 0 by default. */
  readonly labelSmoothing?: number | undefined;
  /** The weight of each class in the loss. */
  readonly classWeights?: readonly number[] | undefined;
  readonly earlyStopping?: EarlyStoppingOptions | undefined;
  /** The number of first epochs that do not count towards the patience of early stopping in the last stage; 0 by default. */
  readonly patienceFrom?: number | undefined;
  /** The position to continue from; the trainer must have the state of that position. */
  readonly from?: TrainingPosition | undefined;
}
