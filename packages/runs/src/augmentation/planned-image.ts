import type { Augmentation, Recipe, Sample } from '@sprout/core';
import type { DrawnOp } from '@sprout/imgproc';
import type { LogRecord } from './log-record.ts';

/** An augmented image that will be written. */
export interface PlannedCopy {
  readonly record: LogRecord;
  readonly augment: Augmentation;
  readonly drawn: readonly DrawnOp[];
}

/** The augmented images of one sample. */
export interface PlannedImage {
  readonly sample: Sample;
  readonly recipe: Recipe;
  readonly copies: readonly PlannedCopy[];
}

/** The augmented images of a folder. */
export interface CopyPlan {
  /** The number of samples, and of augmented images. */
  readonly samples: number;
  readonly total: number;
  readonly planned: Iterable<PlannedImage>;
  /** The options on which the augmented images depend, as text. */
  readonly purpose: string;
}
