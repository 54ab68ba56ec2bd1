import type { LabelAnswers } from './label-answers.ts';

/**
 * Probabilities less the thresholds of their classes, shifted so that none is negative, and scaled so that each row sums to 1. A
 * class that the classifier is rarely sure of then counts as much as one that it is often sure of.
 *
 * @param thresholds As `classThresholds` gives them. The probability of a class without images becomes 0.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068; `adjust_pred_probs` of cleanlab.
 */
export function adjustedAnswers(
  { probabilities, labels, classes }: LabelAnswers,
  thresholds: Float64Array,
): LabelAnswers {
  const finite = thresholds.filter((threshold) => Number.isFinite(threshold));
  const most = finite.reduce((largest, threshold) => Math.max(largest, threshold), 0);
  const shifted = probabilities.map((probability, at) => {
    const threshold = thresholds[at % classes]!;
    return threshold === Infinity ? 0 : probability - threshold + most;
  });
  for (let image = 0; image < labels.length; image++) {
    const row = shifted.subarray(image * classes, (image + 1) * classes);
    const sum = row.reduce((total, value) => total + value, 0);
    for (let label = 0; label < classes; label++) row[label]! /= sum;
  }
  return { probabilities: shifted, labels, classes };
}
