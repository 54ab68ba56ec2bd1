import { calibrationError, type ConfidentPrediction } from './calibration-error.ts';
import { atTemperature, fitTemperature, type LabelledProbabilities } from './fit-temperature.ts';

/** The calibration of a classifier on some samples, before and after temperature scaling. */
export interface Calibration {
  /** The expected calibration error with 15 bins, 0 to 1. */
  readonly error: number;
  /** The temperature that is fitted on all samples, 0.05 to 20. */
  readonly temperature: number;
  /** The expected calibration error after scaling. Each half of the samples is scaled by the temperature that is fitted on the other half. */
  readonly scaledError: number;
}

/**
 * Measures the calibration of a classifier.
 *
 * @returns `undefined` for fewer than two samples.
 * @see `calibrationError`, `fitTemperature`.
 */
export function calibrated(predictions: readonly LabelledProbabilities[]): Calibration | undefined {
  if (predictions.length < 2) return undefined;
  const half = (first: number) => predictions.filter((_, at) => at % 2 === first);
  const scaled = [0, 1].flatMap((at) => scaledPredictions(half(at), fitTemperature(half(1 - at))));
  return {
    error: calibrationError(scaledPredictions(predictions, 1)),
    temperature: fitTemperature(predictions),
    scaledError: calibrationError(scaled),
  };
}

/** The predicted classes and their probabilities at a temperature. */
function scaledPredictions(
  predictions: readonly LabelledProbabilities[],
  temperature: number,
): ConfidentPrediction[] {
  return predictions.map(({ label, probabilities }) => {
    const row = atTemperature(probabilities, temperature);
    const probability = row.reduce((most, value) => Math.max(most, value), 0);
    return { probability, correct: row.indexOf(probability) === label };
  });
}
