import type { Batch, TrainingPosition } from '@sprout/core';
import type { EarlyStoppingOptions } from '../schedule/early-stopping.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';

/** What a training consists of, beside the session that learns. */
export interface FitOptions {
  /**
   * The batches of an epoch (from 0) from its `firstStep` on, `stepsPerEpoch` in all, the same ones whenever they are asked
   * for.
   */
  readonly training: (epoch: number, firstStep: number) => AsyncIterable<Batch>;
  /** Every validation sample once; none where there is no validation. */
  readonly validation: () => AsyncIterable<Batch>;
  readonly classes: number;
  /** At least 1. */
  readonly stepsPerEpoch: number;
  readonly epochs: number;
  /** The base rate that the schedule starts from; the one in the session's optimiser is not used. */
  readonly learningRate: number;
  /** By name, with what differs from its defaults; constant by default. */
  readonly schedule?: ScheduleOptions | undefined;
  /** From 0 to below 1; 0 by default. */
  readonly labelSmoothing?: number | undefined;
  /** What a sample of each class counts in the loss. */
  readonly classWeights?: readonly number[] | undefined;
  readonly earlyStopping?: EarlyStoppingOptions | undefined;
  /** Where to go on; the session holds the state that belongs to it. */
  readonly from?: TrainingPosition | undefined;
}
