import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/** The result for an image without a confident class. */
export const NO_CLASS = -1;

/** The tolerance of the comparison with a threshold: the mean of equal numbers differs from them by rounding errors. */
const ROUNDING = 1e-9;

/**
 * For each image, the most probable of the classes whose probability is at least their threshold; `NO_CLASS` if there is none.
 *
 * @param thresholds As `classThresholds` gives them.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068, equation 1.
 */
export function confidentClasses(
  { probabilities, labels, classes }: OutOfSamplePredictions,
  thresholds: Float64Array,
): Int32Array {
  return Int32Array.from({ length: labels.length }, (_, image) => {
    let best = NO_CLASS;
    let most = -Infinity;
    for (let label = 0; label < classes; label++) {
      const probability = probabilities[image * classes + label]!;
      if (probability < thresholds[label]! - ROUNDING || probability <= most) continue;
      best = label;
      most = probability;
    }
    return best;
  });
}
