import type { Dataset } from '../dataset/dataset.ts';
import { type Split, splitByKey } from './split.ts';
import { splitKey } from './split-key.ts';
import { checkFraction, fractionOf } from './split-options.ts';

export interface SplitStratifiedOptions {
  /** The share of each class for validation, at least 0 and below 1. */
  readonly fraction: number;
  readonly seed: number;
}

/**
 * Chooses a random fraction of each class for validation. The number is rounded for each class, and is at least one for
 * a class with two or more samples. A class with a single sample keeps it for training.
 *
 * @throws {SproutError} `option-invalid`.
 */
export function splitStratified(
  dataset: Dataset,
  { fraction, seed }: SplitStratifiedOptions,
): Split {
  checkFraction(fraction);
  return splitByKey(
    dataset,
    (available) => fractionOf(available, fraction),
    (id) => splitKey(seed, id),
  );
}
