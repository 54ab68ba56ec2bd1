import { calibrationError, type ConfidentAnswer } from './calibration-error.ts';
import { atTemperature, fitTemperature, type LabelledProbabilities } from './fit-temperature.ts';

/** How well probabilities agree with the accuracy, before and after temperature scaling. */
export interface Calibration {
  /** The expected calibration error, 15 bins. */
  readonly error: number;
  /** The temperature that fits all samples best. */
  readonly temperature: number;
  /** The expected calibration error with temperatures: each half of the samples is measured with that of the other half. */
  readonly scaledError: number;
}

/**
 * The calibration of a classifier on some samples; `undefined` for fewer than two.
 *
 * @see `calibrationError`, `fitTemperature`.
 */
export function calibrated(predictions: readonly LabelledProbabilities[]): Calibration | undefined {
  if (predictions.length < 2) return undefined;
  const half = (of: number) => predictions.filter((_, at) => at % 2 === of);
  const scaled = [0, 1].flatMap((of) => answers(half(of), fitTemperature(half(1 - of))));
  return {
    error: calibrationError(answers(predictions, 1)),
    temperature: fitTemperature(predictions),
    scaledError: calibrationError(scaled),
  };
}

function answers(
  predictions: readonly LabelledProbabilities[],
  temperature: number,
): ConfidentAnswer[] {
  return predictions.map(({ label, probabilities }) => {
    const row = atTemperature(probabilities, temperature);
    const probability = row.reduce((most, value) => Math.max(most, value), 0);
    return { probability, correct: row.indexOf(probability) === label };
  });
}
