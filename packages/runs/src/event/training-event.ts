import type { EpochMetrics, RunState, StopReason } from '@sprout/core';
import type { Schedule } from '@sprout/train';

/** A stage of a training. */
export interface PlannedStage {
  /** The layers that it trains: `head`, `all` or `from:LAYER`. */
  readonly trainable: string;
  readonly epochs: number;
  readonly learningRate: number;
}

/** The plan and the progress of a training. */
export type TrainingEvent =
  /** No model was named. */
  | { readonly type: 'model-by-default'; readonly model: string }
  /** A run that is resumed has all of its epochs. */
  | { readonly type: 'run-finished-before'; readonly run: string }
  /** The images are so small that little can be seen on them. */
  | { readonly type: 'images-small'; readonly height: number; readonly width: number }
  | {
      readonly type: 'training-planned';
      /** The names of the ops. */
      readonly recipe: readonly string[];
      readonly augment: readonly string[];
      /** The names of the ways in which images are mixed. */
      readonly mix: readonly string[];
      readonly model: string;
      readonly engine: string;
      /** Why a better engine is not used. */
      readonly engineNote: string | undefined;
      readonly epochs: number;
      readonly batchSize: number;
      readonly optimiser: string;
      readonly learningRate: number;
      /** The stages of the training; absent if it has none. */
      readonly stages?: readonly PlannedStage[] | undefined;
    }
  /** The run folder exists and is locked, and the state in its record is `running`. */
  | { readonly type: 'run-started'; readonly run: string; readonly resumed: boolean }
  /** The number of epochs of a run that is resumed was changed. */
  | {
      readonly type: 'run-extended';
      /** The number of finished epochs. */
      readonly after: number;
      /** The number of epochs of the run before and after the change; equal for a run that had stopped early. */
      readonly from: number;
      readonly to: number;
      /** The schedule of the learning rate. The rates of `cosine` are from here on those of a run of `to` epochs. */
      readonly schedule: Schedule['name'];
      /** Whether the run has early stopping, whose patience counts from here on. */
      readonly earlyStopping: boolean;
    }
  /** A stage of the training begins. */
  | {
      readonly type: 'stage-started';
      /** Counted from 1. */
      readonly number: number;
      /** The number of stages. */
      readonly stages: number;
      /** The first and the last epoch of the stage, counted from 1; early stopping may end it earlier. */
      readonly first: number;
      readonly last: number;
      /** The layers that the stage trains: `head`, `all` or `from:LAYER`. */
      readonly trainable: string;
      readonly learningRate: number;
    }
  /** A sweep of the learning rate is finished: the suggestion, and the rate that the training uses. */
  | { readonly type: 'rate-suggested'; readonly suggestion: number; readonly used: number }
  | {
      readonly type: 'step';
      /** Counted from 1. */
      readonly epoch: number;
      readonly epochs: number;
      /** The number of images trained on in this epoch, and the number of training images. */
      readonly done: number;
      readonly images: number;
      /** Means over the epoch so far. */
      readonly loss: number;
      readonly accuracy: number;
      readonly learningRate: number;
      readonly imagesPerSecond: number;
      /** The share of the time spent waiting for data, 0 to 1. */
      readonly dataWait: number;
      /** An estimate of the time until the last epoch ends, if the training does not stop early. */
      readonly secondsLeft: number;
    }
  | {
      readonly type: 'epoch';
      readonly metrics: EpochMetrics;
      readonly epochs: number;
      /** Whether this is the best epoch so far. */
      readonly best: boolean;
      /** As in a step. */
      readonly secondsLeft: number;
    }
  | { readonly type: 'stop'; readonly reason: StopReason }
  | {
      readonly type: 'run-ended';
      readonly run: string;
      readonly state: Exclude<RunState, 'running'>;
    };
