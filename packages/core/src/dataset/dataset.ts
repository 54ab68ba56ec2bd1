import type { Samples } from './samples.ts';

/** A folder of images with one sub-folder for each class. */
export interface Dataset {
  readonly folder: string;
  /** The frozen class map: label `n` is `classes[n]`. In code-point order. */
  readonly classes: readonly string[];
  readonly samples: Samples;
}
