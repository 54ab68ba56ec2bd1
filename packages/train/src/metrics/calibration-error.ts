import { checkWhole } from '@sprout/core';

/** A prediction of one sample: the probability of the predicted class, and whether that class is the true one. */
export interface ConfidentPrediction {
  readonly probability: number;
  readonly correct: boolean;
}

/**
 * The expected calibration error. The samples are divided into bins of equal width by the probability of the predicted class; the upper
 * bound of a bin belongs to it. The error is the mean over the bins of the absolute difference of accuracy and mean probability, weighted
 * by the number of samples.
 *
 * @param bins The number of bins, at least 1. The default of 15 is that of the paper.
 * @returns 0 to 1; `NaN` without samples.
 * @throws {SproutError} `option-invalid` for the bins.
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks", arXiv:1706.04599, equation 3.
 */
export function calibrationError(predictions: readonly ConfidentPrediction[], bins = 15): number {
  checkWhole('bins', bins, { least: 1 });
  const excess = new Float64Array(bins);
  for (const { probability, correct } of predictions) {
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(probability * bins) - 1));
    excess[bin]! += probability - Number(correct);
  }
  return excess.reduce((sum, difference) => sum + Math.abs(difference), 0) / predictions.length;
}
