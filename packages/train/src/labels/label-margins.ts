import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/**
 * For each image, the probability of its label less the largest one of another class, -1 to 1: the normalised margin of cleanlab. It is
 * below 0 if the label is not the most probable class.
 */
export function labelMargins(predictions: OutOfSamplePredictions): Float64Array {
  const { probabilities, labels, classes } = predictions;
  return Float64Array.from(mostProbableOther(predictions), (other, image) => {
    const row = image * classes;
    return probabilities[row + labels[image]!]! - probabilities[row + other]!;
  });
}

/** For each image, the most probable class other than its label; of equally probable classes, the lowest. */
export function mostProbableOther({
  probabilities,
  labels,
  classes,
}: OutOfSamplePredictions): Int32Array {
  return Int32Array.from({ length: labels.length }, (_, image) => {
    const row = image * classes;
    let best = labels[image] === 0 ? 1 : 0;
    for (let label = best + 1; label < classes; label++)
      if (label !== labels[image] && probabilities[row + label]! > probabilities[row + best]!)
        best = label;
    return best;
  });
}
