import type {
  EpochMetrics,
  Finding,
  FolderParts,
  HealthReport,
  RunState,
  ScanWarning,
  StopReason,
} from '@sprout/core';
import type { Schedule } from '@sprout/train';

/** A part of a command whose progress is counted in images or files. */
export type Task =
  | 'draw'
  | 'check'
  | 'extract'
  | 'examine'
  | 'evaluate'
  | 'predict'
  | 'prepare'
  | 'copy'
  | 'move'
  /** Counted in megabytes. */
  | 'download';

/** The progress of a task. Each start is followed by an end, also if the task fails. */
export type TaskEvent =
  | { readonly type: 'task-start'; readonly task: Task; readonly total: number }
  | {
      readonly type: 'task-progress';
      readonly task: Task;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'task-end'; readonly task: Task };

/** Facts about the images of a command. */
export type ImagesEvent =
  | ScanWarning
  /** The folder is divided already: its parts are the split, and the test part is not read. */
  | { readonly type: 'folder-divided'; readonly folder: string; readonly parts: FolderParts }
  /** A path that cannot be read, and that may be an image or hold images. */
  | { readonly type: 'path-left-out'; readonly path: string; readonly reason: string }
  /** A path given to `predict` that is not an image. */
  | { readonly type: 'path-passed-over'; readonly path: string; readonly reason: string }
  /** The number of files in a data set that are not images. */
  | { readonly type: 'files-passed-over'; readonly count: number }
  /** Images that `groupBy` does not name a group of: each is a group of its own. `first` are the ids of the first ones. */
  | { readonly type: 'groups-missing'; readonly count: number; readonly first: readonly string[] }
  /** Images without a row in the table of tags, the ids of the first ones, and rows of no image. All are left out. */
  | {
      readonly type: 'tags-unmatched';
      readonly images: number;
      readonly rows: number;
      readonly first: readonly string[];
    }
  /** Images with one name and several extensions keep their extension when they are prepared. `id` is the first one. */
  | { readonly type: 'name-extended'; readonly id: string; readonly name: string }
  | { readonly type: 'no-images' }
  /** A bad image, which a preview does not show. */
  | { readonly type: 'image-left-out'; readonly reason: string }
  /** The number of bad images, and the reason for the first of them. */
  | { readonly type: 'images-left-out'; readonly count: number; readonly first: string }
  | {
      readonly type: 'images-divided';
      readonly images: number;
      readonly classes: number;
      readonly training: number;
      readonly validation: number;
    }
  /** Prepared images cannot be cached on disk: later epochs prepare them again. */
  | { readonly type: 'cache-unavailable'; readonly reason: string }
  /** There are too many images to examine them for duplicates and giveaways. */
  | { readonly type: 'examination-left-out'; readonly images: number }
  | { readonly type: 'examined'; readonly health: HealthReport }
  | { readonly type: 'finding'; readonly finding: Finding };

/** Released weights that are downloaded. */
export type WeightsEvent =
  /** Another process downloads the file now. */
  | { readonly type: 'download-awaited'; readonly holder: string }
  | {
      readonly type: 'weights-found';
      readonly file: string;
      /** Whether it was downloaded now; otherwise it was in the cache. */
      readonly downloaded: boolean;
      /** What was compared, as a sentence. */
      readonly checked: string;
      /** Of a known file, as `source`. */
      readonly licence?: string;
      /** The page of the project that publishes the file. */
      readonly source?: string;
    };

/** The progress of a search for a model. */
export type SearchEvent =
  | {
      readonly type: 'search-started';
      readonly candidates: readonly string[];
      /** The time for the search and the training of the winner. */
      readonly seconds: number;
    }
  /** A candidate that is not tried. */
  | { readonly type: 'candidate-left-out'; readonly candidate: string; readonly reason: string }
  | {
      readonly type: 'trial-started';
      readonly candidate: string;
      /** Counted from 1. */
      readonly round: number;
      readonly epochs: number;
    }
  | {
      readonly type: 'trial-ended';
      readonly candidate: string;
      readonly epochs: number;
      /** On the images that the search compares with. `undefined` for a trial that failed or was stopped. */
      readonly accuracy: number | undefined;
      readonly seconds: number;
    }
  | {
      readonly type: 'search-ended';
      readonly winner: string;
      readonly accuracy: number;
      /** The number of epochs for which the winner is trained on all training images. */
      readonly epochs: number;
    };

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

/** The features of a base. */
export type FeaturesEvent =
  /** Rows of a feature store are computed. `stored` of its `rows` are there already. */
  | {
      readonly type: 'extraction-started';
      readonly store: string;
      readonly stored: number;
      readonly rows: number;
    }
  /** A feature store has all of its rows. */
  | { readonly type: 'features-complete'; readonly store: string; readonly rows: number }
  /** A training takes features from a store. `automatic`: the store is in the cache, and is filled first. */
  | { readonly type: 'features-used'; readonly store: string; readonly automatic: boolean };

/** The start of one part of the demo. */
export type DemoEvent =
  | { readonly type: 'demo-draw'; readonly folder: string }
  | { readonly type: 'demo-examine' }
  | { readonly type: 'demo-train'; readonly model: string };

/** An event of a command, as plain data. */
export type RunEvent =
  | TaskEvent
  | ImagesEvent
  | WeightsEvent
  | SearchEvent
  | TrainingEvent
  | FeaturesEvent
  | DemoEvent
  /** The command will now copy or move files of `folder` into `out`. */
  | {
      readonly type: 'split-started';
      readonly mode: 'copy' | 'move';
      readonly folder: string;
      readonly out: string;
    }
  /** A file of a run was changed since it was written. `rewritten`: the command writes it again, without reading it. */
  | { readonly type: 'file-changed'; readonly file: string; readonly rewritten: boolean }
  /** The report has no pictures, because the images cannot be read. */
  | { readonly type: 'pictures-missing'; readonly reason: string };
