import { checkWhole, shapeMismatch } from '@sprout/core';
import { outOfSampleScores } from './out-of-sample-scores.ts';
import { rankLabels, type WrongLabels } from './rank-labels.ts';
import type { Rows } from './rows.ts';
import { scoresToProbabilities } from './scores-to-probabilities.ts';
import { stratifiedFolds } from './stratified-folds.ts';

const FOLDS = 5;
/** Chosen by measurements on seedlings: decision 0033. */
const RIDGE = 0.1;

export interface FindWrongLabelsOptions {
  /** The label of each image: the class of its folder, 0 to `classes - 1`. */
  readonly labels: ArrayLike<number>;
  /** The number of classes, at least 2. */
  readonly classes: number;
  /** The group of each image, a whole number. Images of a group are in one fold. By default each image is a group of its own. */
  readonly groups?: ArrayLike<number> | undefined;
  /** The seed of the folds; 0 by default. */
  readonly seed?: number | undefined;
  /** Called after each fold, with the number of images that were judged. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Ranks the labels of images by how probably they are wrong. A linear discriminant is fitted on features by 5-fold cross-validation, and
 * confident learning compares its probabilities with the labels.
 *
 * @param rows The features, as `featureRows` prepares them. Only read.
 * @throws {SproutError} `shape-mismatch` if features, labels and groups are not of the same number of images; `option-invalid` for fewer
 *   than two classes, and for fewer than two groups.
 * @see Northcutt, Jiang & Chuang 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", arXiv:1911.00068.
 */
export function findWrongLabels(
  rows: Rows,
  { labels, classes, seed = 0, onProgress, ...options }: FindWrongLabelsOptions,
): WrongLabels {
  const count = labels.length;
  checkWhole('classes', classes, { least: 2 });
  if (rows.count !== count)
    throw shapeMismatch('The features', {
      expected: [count, rows.size],
      received: [rows.count, rows.size],
    });
  const { groups = Array.from({ length: count }, (_, image) => image) } = options;
  if (groups.length !== count)
    throw shapeMismatch('The groups', { expected: [count], received: [groups.length] });
  checkWhole('the number of groups', new Set(Array.from(groups)).size, { least: 2 });
  const folds = stratifiedFolds({ labels, classes, groups, folds: FOLDS, seed });
  const scores = outOfSampleScores(rows, { labels, classes, folds, ridge: RIDGE, onProgress });
  const probabilities = scoresToProbabilities(scores, { labels, classes });
  return rankLabels({ probabilities, labels, classes });
}
