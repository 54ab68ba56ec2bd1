import { checkWhole } from '@sprout/core';

/**
 * How many samples of each class (row) were predicted as each class (column).
 *
 * @param labels `[count]`, 0 to `classes - 1`; `predicted` likewise.
 * @throws {SproutError} `option-invalid` for a class out of this range.
 */
export function confusion(labels: Int32Array, predicted: Int32Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  labels.forEach((label, at) => {
    checkWhole('a label', label, { least: 0, most: classes - 1 });
    checkWhole('a predicted class', predicted[at] ?? NaN, { least: 0, most: classes - 1 });
    counts[label]![predicted[at]!]!++;
  });
  return counts;
}
