import type { Batch } from '@sprout/core';
import type { TrainingSession } from '../engine/training-session.ts';
import { crossEntropyOf } from '../metrics/log-loss.ts';
import { predict, type Prediction } from './predict.ts';

export interface ScoredPrediction extends Prediction {
  /** The cross-entropy of the true class, probabilities not below 1e-7. */
  readonly loss: number;
}

export interface Evaluation {
  readonly samples: number;
  /** Means over the samples; `NaN` without any. */
  readonly loss: number;
  readonly accuracy: number;
  readonly predictions: readonly ScoredPrediction[];
}

/** Predicts every sample once and compares with its label. */
export async function evaluate(
  session: Pick<TrainingSession, 'predict'>,
  batches: AsyncIterable<Batch>,
): Promise<Evaluation> {
  const predictions: ScoredPrediction[] = [];
  for await (const prediction of predict(session, batches)) {
    predictions.push({
      ...prediction,
      loss: crossEntropyOf(prediction.probabilities, prediction.label),
    });
  }
  const samples = predictions.length;
  const loss = predictions.reduce((sum, prediction) => sum + prediction.loss, 0) / samples;
  const correct = predictions.filter(({ label, predicted }) => label === predicted).length;
  return { samples, loss, accuracy: correct / samples, predictions };
}
