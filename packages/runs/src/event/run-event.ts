import type { AscentEvent } from './ascent-event.ts';
import type { FeaturesEvent, WeightsEvent } from './base-event.ts';
import type { ImagesEvent } from './images-event.ts';
import type { SearchEvent } from './search-event.ts';
import type { TaskEvent } from './task-event.ts';
import type { TrainingEvent } from './training-event.ts';

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
  | AscentEvent
  | DemoEvent
  /** The command will now copy or move files of `folder` into `out`. */
  | {
      readonly type: 'split-started';
      readonly mode: 'copy' | 'move';
      readonly folder: string;
      readonly out: string;
    }
  /** A log of augmented images was written by another version of Sprout, whose pixels may differ. */
  | {
      readonly type: 'log-of-other-version';
      readonly file: string;
      /** The versions. */
      readonly written: string;
      readonly own: string;
    }
  /** A file of a run was changed since it was written. `rewritten`: the command writes it again, without reading it. */
  | { readonly type: 'file-changed'; readonly file: string; readonly rewritten: boolean }
  /** The report has no pictures, because the images cannot be read. */
  | { readonly type: 'pictures-missing'; readonly reason: string };
