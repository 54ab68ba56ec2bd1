import { checkWhole } from '@sprout/core';

/** A prediction of one sample: the probability of the predicted class, and whether that class is the true one. */
export interface ConfidentAnswer {
  readonly probability: number;
  readonly correct: boolean;
}

/**
 * The expected calibration error: the samples are put into bins of equal width by the probability of the predicted class, and the
 * distances between accuracy and mean probability of the bins are averaged, weighted by their samples. 0 to 1; `NaN` without
 * samples.
 *
 * @param bins The number of bins, at least 1; 15 as in the paper.
 * @throws {SproutError} `option-invalid` for the bins.
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks", arXiv:1706.04599, equation 3. A bin has its upper bound.
 */
export function calibrationError(answers: readonly ConfidentAnswer[], bins = 15): number {
  checkWhole('bins', bins, { least: 1 });
  const excess = new Float64Array(bins);
  for (const { probability, correct } of answers) {
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(probability * bins) - 1));
    excess[bin]! += probability - Number(correct);
  }
  return excess.reduce((sum, difference) => sum + Math.abs(difference), 0) / answers.length;
}
