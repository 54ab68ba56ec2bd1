import type { Dataset } from '../dataset/dataset.ts';
import { checkWhole } from '../errors/check-whole.ts';
import { type Split, splitByKey } from './split.ts';
import { splitKey } from './split-key.ts';

export interface SplitByClassOptions {
  /** Validation samples of each class. */
  readonly perClass: number;
  readonly seed: number;
}

/**
 * Chooses a fixed number of random samples of each class for validation.
 *
 * @throws {SproutError} `class-too-small`, `option-invalid`.
 */
export function splitByClass(dataset: Dataset, { perClass, seed }: SplitByClassOptions): Split {
  checkWhole('perClass', perClass, { least: 0 });
  return splitByKey(
    dataset,
    () => perClass,
    (id) => splitKey(seed, id),
  );
}
