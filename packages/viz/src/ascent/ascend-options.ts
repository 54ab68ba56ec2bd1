import type { Address, Objective, Raster } from '@sprout/core';
import type { AscentOptimiser } from './optimiser/optimiser.ts';
import type { Parametrisation } from './parameters/parametrisation.ts';
import type { Penalty } from './penalty/penalty.ts';
import type { PictureStyle } from './picture/pictures-of.ts';
import type { Transform } from './transform/transform.ts';

/** Where the images of an ascent are after some steps. */
export interface AscentStep {
  /** The number of steps done, from 1. */
  readonly step: number;
  readonly steps: number;
  /** `[count]`: the objective of each image before the step, as the model saw it. */
  readonly values: Float32Array;
  /** The sum of the penalties before the step, the mean over the images. */
  readonly penalty: number;
  /** Makes the pictures after the step. Only callable before the listener returns. */
  readonly pictures: () => readonly Raster[];
}

/** How `ascend` works: four independent choices besides the objective, and penalties. */
export interface AscentStyle {
  readonly parametrisation: Parametrisation;
  readonly optimiser: AscentOptimiser;
  /** In this order; none by default. */
  readonly transforms?: readonly Transform[] | undefined;
  /** None by default. */
  readonly penalties?: readonly Penalty[] | undefined;
  /** `pixels` by default. Only a parametrisation by pixels can be `deprocess`. */
  readonly picture?: PictureStyle | undefined;
  /** The number of steps, at least 1. */
  readonly steps: number;
}

export interface AscendOptions extends AscentStyle {
  readonly objective: Objective;
  readonly seed: number;
  /** Separates the random numbers of ascents with the same seed. Empty by default. */
  readonly address?: Address | undefined;
  /** The number of images that rise at the same time, 1 by default. */
  readonly count?: number | undefined;
  /** Once it is aborted, `ascend` throws its reason before the next step. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each step. */
  readonly onStep?: ((step: AscentStep) => void) | undefined;
}

/**
 * Why an ascent ended: all steps are done; the gradient is zero, so that no step changes anything, as for a filter that never
 * answers; or the objective or its gradient is not a finite number.
 */
export type AscentEnd = 'done' | 'no-gradient' | 'not-finite';

/** The result of `ascend`. */
export interface Ascent {
  /** One picture for each image. After `not-finite`, those before the step that failed. */
  readonly pictures: readonly Raster[];
  /** `[count, height, width, channels]`: the pixels of the images, RGB, not cut to 0 to 255. */
  readonly images: Float32Array;
  /** `[count]`: the objective of each image at the last step at which it was finite. */
  readonly values: Float32Array;
  readonly end: AscentEnd;
  /** The number of steps done. */
  readonly steps: number;
}
