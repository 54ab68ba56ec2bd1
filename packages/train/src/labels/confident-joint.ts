import type { LabelAnswers } from './label-answers.ts';

/**
 * The confident joint: how many images of each label (row) are confidently of each class (column). A label without a confident
 * image counts one for itself.
 *
 * @param confident As `confidentClasses` gives them. Images without a confident class are not counted.
 * @returns `[classes, classes]`, row by row.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068, equation 1.
 */
export function confidentJoint(
  { labels, classes }: Pick<LabelAnswers, 'labels' | 'classes'>,
  confident: Int32Array,
): Float64Array {
  const joint = new Float64Array(classes * classes);
  for (let image = 0; image < labels.length; image++)
    if (confident[image]! >= 0) joint[labels[image]! * classes + confident[image]!]!++;
  for (let label = 0; label < classes; label++)
    joint[label * classes + label] = Math.max(1, joint[label * classes + label]!);
  return joint;
}

/**
 * The joint distribution of given and true labels: the confident joint, with each row scaled to the share of its label.
 *
 * @returns `[classes, classes]`, row by row; all numbers sum to 1. What is not on the diagonal is the estimated share of wrong labels.
 * @see Northcutt, Jiang & Chuang 2021, arXiv:1911.00068, equation 3.
 */
export function calibratedJoint(
  joint: Float64Array,
  { labels, classes }: Pick<LabelAnswers, 'labels' | 'classes'>,
): Float64Array {
  const counts = new Float64Array(classes);
  for (let image = 0; image < labels.length; image++) counts[labels[image]!]!++;
  return joint.map((count, at) => {
    const row = Math.floor(at / classes);
    const total = joint.subarray(row * classes, (row + 1) * classes).reduce((a, b) => a + b, 0);
    return ((count / total) * counts[row]!) / labels.length;
  });
}
