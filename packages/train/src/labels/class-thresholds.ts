import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/**
 * For each class, the mean probability of the class over the images that have its label. `Infinity` for a class without images.
 *
 * @see Northcutt, Jiang & Chuang 2021, "Confident Learning", arXiv:1911.00068, equation 2.
 */
export function classThresholds({
  probabilities,
  labels,
  classes,
}: OutOfSamplePredictions): Float64Array {
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  for (let image = 0; image < labels.length; image++) {
    const label = labels[image]!;
    sums[label]! += probabilities[image * classes + label]!;
    counts[label]!++;
  }
  return sums.map((sum, label) => (counts[label] === 0 ? Infinity : sum / counts[label]!));
}
