import { atTemperature, fitTemperature } from '../metrics/fit-temperature.ts';
import type { OutOfSamplePredictions } from './out-of-sample-predictions.ts';

/** The standard deviation to which scores are scaled before a temperature is fitted. The temperature is then within its range. */
const SPREAD = 3;

/**
 * Probabilities from scores: a softmax with the temperature that fits the labels best. The temperature is fitted on the labels of all
 * images, but it is a single number, so its effect on the probability of one image is small.
 *
 * @param scores `[images, classes]`, row by row, at least one number of each row finite; `-Infinity` becomes the probability 0.
 * @returns `[images, classes]`, row by row; each row sums to 1.
 */
export function scoresToProbabilities(
  scores: Float64Array,
  { labels, classes }: Pick<OutOfSamplePredictions, 'labels' | 'classes'>,
): Float64Array {
  const rows = Array.from({ length: labels.length }, (_, image) =>
    scores.subarray(image * classes, (image + 1) * classes),
  );
  const factor = SPREAD / spreadOf(rows);
  const powers = rows.map((row) => {
    const most = row.reduce((largest, score) => Math.max(largest, score), -Infinity);
    return row.map((score) => Math.exp((score - most) * factor));
  });
  const temperature = fitTemperature(
    powers.map((probabilities, image) => ({ probabilities, label: labels[image]! })),
  );
  const probabilities = new Float64Array(scores.length);
  for (const [image, row] of powers.entries()) {
    const own = atTemperature(row, temperature);
    probabilities.set(
      own.map((p, label) => (row[label] === 0 ? 0 : p)),
      image * classes,
    );
  }
  return probabilities;
}

/** The standard deviation of the finite scores around the mean of their row; 1 if all are equal. */
function spreadOf(rows: readonly Float64Array[]): number {
  let [sum, count] = [0, 0];
  for (const row of rows) {
    const finite = row.filter((score) => Number.isFinite(score));
    const mean = finite.reduce((total, score) => total + score, 0) / finite.length;
    for (const score of finite) sum += (score - mean) ** 2;
    count += finite.length;
  }
  return Math.sqrt(sum / count) || 1;
}
