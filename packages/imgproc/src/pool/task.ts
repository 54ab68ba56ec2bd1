import type { AugmentOptions, ErrorData, ImageFacts, Raster, Recipe } from '@sprout/core';

/** One image of a task: its position in the batch, its id and the file to open. */
export interface TaskImage {
  readonly position: number;
  readonly id: string;
  readonly path: string;
}

/** Where the images of a batch go: each in its place, all of one size, in memory that every thread sees. */
export interface Target {
  /** `[count, height, width, 3]` */
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

interface TaskBase {
  readonly images: readonly TaskImage[];
  /** `[CANCELLED, STARTED]`, shared. */
  readonly control: Int32Array;
}

/** Decodes and prepares images into the target; without a target the pixels are sent back. */
export interface PrepareTask extends TaskBase {
  readonly kind: 'prepare';
  readonly recipe: Recipe;
  readonly target: Target | undefined;
}

/** Augments images in place. */
export interface AugmentTask extends TaskBase, AugmentOptions {
  readonly kind: 'augment';
  readonly target: Target;
}

/** Decodes images and measures what the health check wants to know of them. */
export interface ExamineTask extends TaskBase {
  readonly kind: 'examine';
}

export type Task = PrepareTask | AugmentTask | ExamineTask;

/** What became of one image. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'bad'; readonly error: ErrorData }
  | { readonly kind: 'sent'; readonly raster: Raster }
  | { readonly kind: 'examined'; readonly facts: ImageFacts };

/** What became of a task: an outcome an image, or an error that is no image's fault, or no worker any more. */
export type Reply =
  | { readonly kind: 'done'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'lost'; readonly reason: string };

/** Set to 1 by the pool: no further image is to be started. */
export const CANCELLED = 0;
/** How many images were started. */
export const STARTED = 1;

export function createControl(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Whatever does tasks: worker threads, or the caller's own. */
export interface TaskRunner extends AsyncDisposable {
  /** Never rejects. */
  run(task: Task): Promise<Reply>;
}
