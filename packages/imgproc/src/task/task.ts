import type { Augmentation, ErrorData, ImageFacts, Raster, Recipe } from '@sprout/core';
import type { DrawnOp } from '../op-contract/drawn-op.ts';
import type { SharedBatch } from './shared-batch.ts';

/** One image of a task: its position in the batch, its id and the file to open. */
export interface TaskImage {
  readonly position: number;
  readonly id: string;
  readonly path: string;
  /** The numbers of the ops of the augmentation. Left out if the worker draws them. */
  readonly drawn?: readonly DrawnOp[] | undefined;
}

interface TaskParts {
  readonly images: readonly TaskImage[];
  /** `[CANCELLED, STARTED]`, shared. */
  readonly control: Int32Array;
}

/** The augmentation of a task, checked by the caller. An empty one changes nothing. */
export interface TaskAugmentation {
  readonly augment: Augmentation;
  readonly seed: number;
  readonly epoch: number;
}

/** Decodes, prepares and augments images. Without a target the pixels are sent back. */
export interface RenderTask extends TaskParts, TaskAugmentation {
  readonly kind: 'render';
  /** Checked by the caller. */
  readonly recipe: Recipe;
  readonly target: SharedBatch | undefined;
}

/** Augments prepared images. Without a target the pixels are sent back. */
export interface AugmentTask extends TaskParts, TaskAugmentation {
  readonly kind: 'augment';
  /** The prepared images, each at its position. Only read, so that an image can be tried again. */
  readonly source: SharedBatch;
  readonly target: SharedBatch | undefined;
}

/** Decodes images and measures the facts that the health check needs. */
export interface ExamineTask extends TaskParts {
  readonly kind: 'examine';
}

/** Work for one worker, sent to it as a message: all ops in it are plain specs. */
export type Task = RenderTask | AugmentTask | ExamineTask;

/** The result for one image. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'bad'; readonly error: ErrorData }
  | { readonly kind: 'sent'; readonly raster: Raster }
  | { readonly kind: 'examined'; readonly facts: ImageFacts };

/** The result of a task: an outcome for each image, an error that no image caused, a cancellation, or the loss of the worker. */
export type Reply =
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'lost'; readonly reason: string };

/** The index of a flag that the pool sets to 1 so that the worker starts no further image. */
export const CANCELLED = 0;
/** The index of the number of images that the worker has started. */
export const STARTED = 1;

/** The flags of a new task. */
export function createControl(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}
