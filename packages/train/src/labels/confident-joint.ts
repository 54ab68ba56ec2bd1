import { NO_CLASS } from './confident-classes.ts';
import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/**
 * The confident joint: the number of images with each label (row) and each confident class (column). The numbers on the diagonal are at
 * least 1.
 *
 * @param confident As `confidentClasses` gives them. Images without a confident class are not counted.
 * @returns `[classes, classes]`, row by row.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068, equation 1.
 */
export function confidentJoint(
  { labels, classes }: Pick<OutOfSamplePredictions, 'labels' | 'classes'>,
  confident: Int32Array,
): Float64Array {
  const joint = new Float64Array(classes * classes);
  for (let image = 0; image < labels.length; image++)
    if (confident[image] !== NO_CLASS) joint[labels[image]! * classes + confident[image]!]!++;
  for (let label = 0; label < classes; label++)
    joint[label * classes + label] = Math.max(1, joint[label * classes + label]!);
  return joint;
}

/**
 * The joint distribution of given and true labels: the confident joint, with each row scaled to the share of its label.
 *
 * @param joint As `confidentJoint` computes it.
 * @returns `[classes, classes]`, row by row; all numbers sum to 1. The sum off the diagonal is the estimated share of wrong labels.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068, equation 3.
 */
export function calibratedJoint(
  joint: Float64Array,
  { labels, classes }: Pick<OutOfSamplePredictions, 'labels' | 'classes'>,
): Float64Array {
  const counts = new Float64Array(classes);
  for (let image = 0; image < labels.length; image++) counts[labels[image]!]!++;
  const calibrated = new Float64Array(joint.length);
  for (let label = 0; label < classes; label++) {
    const row = joint.subarray(label * classes, (label + 1) * classes);
    const total = row.reduce((sum, count) => sum + count, 0); // at least 1, that of the diagonal
    const share = counts[label]! / labels.length;
    calibrated.set(
      row.map((count) => (count / total) * share),
      label * classes,
    );
  }
  return calibrated;
}
