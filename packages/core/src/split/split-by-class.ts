import type { Dataset } from '../dataset/dataset.ts';
import { type Split, splitByKey } from './split.ts';
import { splitKey } from './split-key.ts';
import { checkPerClass } from './split-options.ts';

export interface SplitByClassOptions {
  /** Validation samples of each class. */
  readonly perClass: number;
  readonly seed: number;
}

/**
 * Sets a number of random samples of each class apart for validation.
 *
 * @throws {SproutError} `class-too-small`, `option-invalid`.
 */
export function splitByClass(dataset: Dataset, { perClass, seed }: SplitByClassOptions): Split {
  checkPerClass(perClass);
  return splitByKey(
    dataset,
    () => perClass,
    (id) => splitKey(seed, id),
  );
}
