import { labelMargins, mostProbableOther } from './label-margins.ts';
import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/** The weight of the confusion. Chosen on seedlings, see decision 0033. */
const WEIGHT = 3;

/**
 * A score for each label, smaller for labels that are more probably wrong: the margin of the label, plus three times the mean confusion of
 * the label and the most probable other class. Without the second term, classes that are hard to tell apart have the smallest scores.
 *
 * @returns One number for each image, -1 to 4.
 */
export function labelDoubt(predictions: OutOfSamplePredictions): Float64Array {
  const { labels, classes } = predictions;
  const confusion = meanConfusion(predictions);
  const others = mostProbableOther(predictions);
  return labelMargins(predictions).map(
    (margin, image) => margin + WEIGHT * confusion[labels[image]! * classes + others[image]!]!,
  );
}

/** For each pair of classes, the mean probability of one over the images of the other, averaged over both directions. */
function meanConfusion({ probabilities, labels, classes }: OutOfSamplePredictions): Float64Array {
  const sums = new Float64Array(classes * classes);
  const counts = new Float64Array(classes);
  for (let image = 0; image < labels.length; image++) {
    const label = labels[image]!;
    counts[label]!++;
    for (let other = 0; other < classes; other++)
      sums[label * classes + other]! += probabilities[image * classes + other]!;
  }
  const mean = (label: number, other: number) =>
    sums[label * classes + other]! / Math.max(1, counts[label]!);
  return sums.map((_, at) => {
    const [label, other] = [Math.floor(at / classes), at % classes];
    return (mean(label, other) + mean(other, label)) / 2;
  });
}
