import type { Samples, Split } from '@sprout/core';
import { type DividedDataset, splitDataset, type SplitDatasetOptions } from './split-dataset.ts';

export interface DividedImages extends Split {
  readonly dataset: DividedDataset;
  /** The images before the split: those that are put aside, too. */
  readonly usable: Samples;
}

export interface InnerSplitOptions extends SplitDatasetOptions {
  readonly innerValidation?: SplitDatasetOptions['validation'] | undefined;
}

/**
 * Splits a data set. With `innerValidation`, the validation images are put aside, and the training images are split once more: the
 * data set is then that of the training images.
 *
 * @throws {SproutError} As `splitDataset`.
 */
export function innerSplit(
  dataset: DividedDataset,
  { innerValidation, ...options }: InnerSplitOptions,
): DividedImages {
  const outer = splitDataset(dataset, options);
  if (innerValidation === undefined) return { dataset, usable: dataset.samples, ...outer };
  const { parts: _, forValidation: __, ...whole } = dataset;
  const inside = { ...whole, samples: outer.training };
  const validationBy = 'random';
  const inner = splitDataset(inside, { ...options, validation: innerValidation, validationBy });
  return { dataset: inside, usable: dataset.samples, ...inner };
}
