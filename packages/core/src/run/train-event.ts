/** What one epoch came to: a row of `metrics.csv`. */
export interface EpochMetrics {
  readonly epoch: number;
  /** Optimiser steps since the start of the run. */
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
  readonly learningRate: number;
  readonly imagesPerSecond: number;
  /** The share of the time spent waiting for data, 0 to 1. */
  readonly dataWait: number;
  readonly seconds: number;
}

export type StopReason = 'completed' | 'early-stopping' | 'interrupted';

/** What a training run says while it goes on. */
export type TrainEvent =
  | {
      readonly type: 'step';
      readonly epoch: number;
      /** Steps done in this epoch, and in all. */
      readonly done: number;
      readonly steps: number;
      /** Running means over the epoch so far. */
      readonly loss: number;
      readonly accuracy: number;
      readonly learningRate: number;
      readonly imagesPerSecond: number;
      readonly dataWait: number;
    }
  | { readonly type: 'epoch'; readonly metrics: EpochMetrics; readonly best: boolean }
  | { readonly type: 'stop'; readonly reason: StopReason };
