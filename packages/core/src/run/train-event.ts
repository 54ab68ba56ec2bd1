/** The results of one epoch: a row of `metrics.csv`. */
export interface EpochMetrics {
  /** From 1. */
  readonly epoch: number;
  /** Optimiser steps since the start of the run. */
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  readonly learningRate: number;
  /** Of training, without validation. */
  readonly imagesPerSecond: number;
  /** The share of the training time spent waiting for data, 0 to 1. */
  readonly dataWait: number;
  /** The duration of training and validation. */
  readonly seconds: number;
  /** The stage of the training, from 1; absent in a training without stages. */
  readonly stage?: number | undefined;
}

export type StopReason = 'completed' | 'early-stopping';

/**
 * The position of a run between two steps. A run can be resumed exactly from its position and the state of the trainer.
 */
export interface TrainingPosition {
  /** The epoch in progress, from 0; the number of epochs when all are done. */
  readonly epoch: number;
  /** Steps completed in this epoch. */
  readonly done: number;
  /** Sums over this epoch's samples so far. */
  readonly sums: { readonly loss: number; readonly correct: number; readonly count: number };
  /** The epochs completed, in order. */
  readonly history: readonly EpochMetrics[];
}

/** An event of a running training. The training pauses until the consumer requests the next event. */
export type TrainEvent =
  /** A stage begins, counted from 1; only of a training with stages. */
  | { readonly type: 'stage'; readonly stage: number }
  | {
      readonly type: 'step';
      readonly position: TrainingPosition;
      /** Steps in an epoch. */
      readonly steps: number;
      /** Means over the epoch so far. */
      readonly loss: number;
      readonly accuracy: number;
      readonly learningRate: number;
      readonly imagesPerSecond: number;
      readonly dataWait: number;
    }
  | {
      readonly type: 'epoch';
      readonly position: TrainingPosition;
      readonly metrics: EpochMetrics;
      /** Whether this is the best epoch so far. */
      readonly best: boolean;
    }
  | { readonly type: 'stop'; readonly reason: StopReason };
