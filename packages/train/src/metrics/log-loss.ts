const FLOOR = 1e-7;

/** The cross-entropy of one sample's true class; probabilities below 1e-7 count as 1e-7 (Keras' epsilon). */
export function crossEntropyOf(probabilities: ArrayLike<number>, label: number): number {
  return -Math.log(Math.max(FLOOR, probabilities[label] ?? NaN));
}

/**
 * The mean cross-entropy of the true classes; `NaN` without samples.
 *
 * @param labels `[count]`.
 * @param probabilities `[count, classes]`.
 */
export function logLoss(labels: Int32Array, probabilities: Float32Array): number {
  const classes = probabilities.length / labels.length;
  let sum = 0;
  labels.forEach((label, row) => {
    sum += crossEntropyOf(probabilities.subarray(row * classes, (row + 1) * classes), label);
  });
  return sum / labels.length;
}

/** The binary cross-entropy of the tags of one sample, the mean over the tags; probabilities are kept 1e-7 away from 0 and 1. */
export function binaryCrossEntropyOf(
  probabilities: ArrayLike<number>,
  tags: ArrayLike<number>,
): number {
  let sum = 0;
  for (let at = 0; at < tags.length; at++) {
    const probability = Math.min(1 - FLOOR, Math.max(FLOOR, probabilities[at] ?? NaN));
    sum -= tags[at]! > 0.5 ? Math.log(probability) : Math.log(1 - probability);
  }
  return sum / tags.length;
}
