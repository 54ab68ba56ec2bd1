import type { LabelAnswers } from './label-answers.ts';

/** The weight of the confusion. Chosen on seedlings, see decision 0033. */
const WEIGHT = 3;

/**
 * A score that ranks labels: the probability of the label less that of the most probable other class, plus three times how much the
 * classifier confuses these two classes on average. So classes that are hard to tell apart do not fill the first places. Small for
 * labels that are probably wrong.
 */
export function labelDoubt(answers: LabelAnswers): Float64Array {
  const { probabilities, labels, classes } = answers;
  const confusion = meanConfusion(answers);
  return Float64Array.from({ length: labels.length }, (_, image) => {
    const row = probabilities.subarray(image * classes, (image + 1) * classes);
    const label = labels[image]!;
    const other = row.reduce(
      (best, p, at) => (at !== label && (best === -1 || p > row[best]!) ? at : best),
      -1,
    );
    return row[label]! - row[other]! + WEIGHT * confusion[label * classes + other]!;
  });
}

/** For each pair of classes, the mean probability of one over the images of the other, averaged over both directions. */
function meanConfusion({ probabilities, labels, classes }: LabelAnswers): Float64Array {
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
