/** What one epoch came to: a row of `metrics.csv`. */
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
  /** While training, the validation aside. */
  readonly imagesPerSecond: number;
  /** The share of the time of training spent waiting for data, 0 to 1. */
  readonly dataWait: number;
  /** Of training and validation. */
  readonly seconds: number;
}

export type StopReason = 'completed' | 'early-stopping';

/** Where a run stands between two optimiser steps: with a session's state, all it takes to go on exactly. */
export interface TrainingPosition {
  /** The epoch in progress, from 0; the number of epochs when all are done. */
  readonly epoch: number;
  /** Steps done in this epoch. */
  readonly done: number;
  /** Sums over this epoch's samples so far. */
  readonly sums: { readonly loss: number; readonly correct: number; readonly count: number };
  /** The epochs completed, in order. */
  readonly history: readonly EpochMetrics[];
}

/** What a training run says while it goes on. The session stands still until the next event is asked for. */
export type TrainEvent =
  | {
      readonly type: 'step';
      readonly position: TrainingPosition;
      /** Steps in an epoch. */
      readonly steps: number;
      /** Running means over the epoch so far. */
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
