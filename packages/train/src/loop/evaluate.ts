import { checkWhole } from '@sprout/core';
import type { Predictor } from '../engine/contract/predictor.ts';
import type { ModelBatch } from './model-batch.ts';
import { crossEntropyOf } from '../metrics/log-loss.ts';
import { predict, type Prediction } from './predict.ts';

/** A prediction with its loss. */
export interface ScoredPrediction extends Prediction {
  /** The cross-entropy of the true class, probabilities not below 1e-7. */
  readonly loss: number;
}

/** The predictions for all samples, with the mean loss and the accuracy. */
export interface Evaluation {
  readonly samples: number;
  /** Means over the samples; `NaN` without any. */
  readonly loss: number;
  readonly accuracy: number;
  readonly predictions: readonly ScoredPrediction[];
}

/** The events of an evaluation: one for each sample, and one at the end. */
export type EvaluateEvent =
  | { readonly type: 'prediction'; readonly done: number; readonly prediction: ScoredPrediction }
  | { readonly type: 'evaluation'; readonly evaluation: Evaluation };

/**
 * Predicts every sample once and compares it with its label. Yields one event for each sample, then one with the means.
 *
 * @throws {SproutError} `option-invalid` for a label that is not a class of the model.
 */
export async function* evaluate(
  predictor: Pick<Predictor, 'predict'>,
  batches: AsyncIterable<ModelBatch>,
): AsyncGenerator<EvaluateEvent, void, undefined> {
  const predictions: ScoredPrediction[] = [];
  for await (const predicted of predict(predictor, batches)) {
    const { label, probabilities } = predicted;
    checkWhole('a label', label, { least: 0, most: probabilities.length - 1 });
    const loss = crossEntropyOf(probabilities, label);
    const prediction = { ...predicted, loss };
    predictions.push(prediction);
    yield { type: 'prediction', done: predictions.length, prediction };
  }
  const samples = predictions.length;
  const loss = predictions.reduce((sum, prediction) => sum + prediction.loss, 0) / samples;
  const correct = predictions.filter(({ label, predicted }) => label === predicted).length;
  yield {
    type: 'evaluation',
    evaluation: { samples, loss, accuracy: correct / samples, predictions },
  };
}
