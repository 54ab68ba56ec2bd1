import type {
  EpochMetrics,
  Finding,
  HealthReport,
  RunState,
  ScanWarning,
  StopReason,
} from '@sprout/core';

/** A piece of work whose progress is counted, in images or files. */
export type Task =
  'draw' | 'check' | 'examine' | 'evaluate' | 'predict' | 'prepare' | 'copy' | 'move';

/** The progress of a task. Each start is followed by an end, also where the task fails. */
export type TaskEvent =
  | { readonly type: 'task-start'; readonly task: Task; readonly total: number }
  | {
      readonly type: 'task-progress';
      readonly task: Task;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'task-end'; readonly task: Task };

/** What was found, chosen or left out among the images. */
export type ImagesEvent =
  | ScanWarning
  /** A path that may be, or hold, images and cannot be reached. */
  | { readonly type: 'path-left-out'; readonly path: string; readonly reason: string }
  /** A path given to `predict` that is no image. */
  | { readonly type: 'path-passed-over'; readonly path: string; readonly reason: string }
  /** Files of a data set that are no images. */
  | { readonly type: 'files-passed-over'; readonly count: number }
  | { readonly type: 'no-images' }
  /** An image that is not shown in a preview. */
  | { readonly type: 'image-left-out'; readonly reason: string }
  /** Images that cannot be used; `first` says why the first one cannot. */
  | { readonly type: 'images-left-out'; readonly count: number; readonly first: string }
  | {
      readonly type: 'images-divided';
      readonly images: number;
      readonly classes: number;
      readonly training: number;
      readonly validation: number;
    }
  /** Prepared images cannot be kept on disk: later epochs prepare them again. */
  | { readonly type: 'cache-unavailable'; readonly reason: string }
  /** There are so many images that they are not examined for duplicates and giveaways. */
  | { readonly type: 'examination-left-out'; readonly images: number }
  | { readonly type: 'examined'; readonly health: HealthReport }
  | { readonly type: 'finding'; readonly finding: Finding };

/** What a training is about to do and does. */
export type TrainingEvent =
  | {
      readonly type: 'training-planned';
      /** The names of the ops. */
      readonly recipe: readonly string[];
      readonly augment: readonly string[];
      readonly model: string;
      readonly engine: string;
      /** Why a better engine is not used. */
      readonly engineNote: string | undefined;
      readonly epochs: number;
      readonly batchSize: number;
      readonly optimiser: string;
      readonly learningRate: number;
    }
  /** The run folder is there and locked, and its record says `running`. */
  | { readonly type: 'run-started'; readonly run: string; readonly resumed: boolean }
  | {
      readonly type: 'step';
      /** From 1. */
      readonly epoch: number;
      readonly epochs: number;
      /** Images seen in this epoch, of all training images. */
      readonly done: number;
      readonly images: number;
      /** Means over the epoch so far. */
      readonly loss: number;
      readonly accuracy: number;
      readonly learningRate: number;
      readonly imagesPerSecond: number;
      /** The share of the time spent waiting for data, 0 to 1. */
      readonly dataWait: number;
    }
  | {
      readonly type: 'epoch';
      readonly metrics: EpochMetrics;
      readonly epochs: number;
      /** Whether this is the best epoch so far. */
      readonly best: boolean;
    }
  | { readonly type: 'stop'; readonly reason: StopReason }
  | {
      readonly type: 'run-ended';
      readonly run: string;
      readonly state: Exclude<RunState, 'running'>;
    };

/** One part of the demonstration begins. */
export type DemoEvent =
  | { readonly type: 'demo-draw'; readonly folder: string }
  | { readonly type: 'demo-examine' }
  | { readonly type: 'demo-train'; readonly model: string };

/** What a function of this package says while it works: plain data. */
export type RunEvent =
  | TaskEvent
  | ImagesEvent
  | TrainingEvent
  | DemoEvent
  /** Files of `folder` are about to be copied or moved into `out`. */
  | {
      readonly type: 'split-started';
      readonly mode: 'copy' | 'move';
      readonly folder: string;
      readonly out: string;
    }
  /** The report has no pictures, because the images cannot be read. */
  | { readonly type: 'pictures-missing'; readonly reason: string };
