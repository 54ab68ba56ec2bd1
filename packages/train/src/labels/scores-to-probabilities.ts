import { atTemperature, fitTemperature } from '../metrics/fit-temperature.ts';
import type { LabelAnswers } from './label-answers.ts';

/** The mean distance, in standard units, that scores are brought to before a temperature is fitted. */
const SPREAD = 3;

/**
 * Probabilities from scores: a softmax with the temperature that fits the labels best. A single number is fitted, so the
 * probabilities stay out of sample for practical purposes.
 *
 * @param scores `[images, classes]`; `-Infinity` becomes the probability 0.
 */
export function scoresToProbabilities(
  scores: Float64Array,
  { labels, classes }: Pick<LabelAnswers, 'labels' | 'classes'>,
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
