import { checkWhole } from '@sprout/core';
import type { Predictor } from '../engine/contract/predictor.ts';
import { binaryCrossEntropyOf } from '../metrics/log-loss.ts';
import type { TagRow } from '../metrics/tag-row.ts';
import type { ModelBatch } from './model-batch.ts';
import { predict } from './predict.ts';

/** The probabilities of the tags of one sample, with its true tags. */
export interface TagPrediction {
  readonly id: string;
  readonly label: number;
  readonly tags: TagRow;
  /** In the order of the class map. */
  readonly probabilities: Float32Array;
  /** The binary cross-entropy, the mean over the tags; probabilities are kept 1e-7 away from 0 and 1. */
  readonly loss: number;
}

/** The predictions for all samples, with the mean loss and the accuracy. */
export interface TagEvaluation {
  readonly samples: number;
  /** `NaN` without samples. */
  readonly loss: number;
  /** The share of all tags of all samples that are right at a threshold of 0.5 (Keras' binary accuracy). */
  readonly accuracy: number;
  readonly predictions: readonly TagPrediction[];
}

export interface EvaluateTagsOptions {
  /** The tags of the samples by label. */
  readonly tags: readonly TagRow[];
  /** Called after each sample, with the number of samples done. */
  readonly onPrediction?: ((done: number) => void) | undefined;
}

/**
 * Predicts the tags of every sample once and compares them with its own.
 *
 * @throws {SproutError} `option-invalid` for a label without a row of tags.
 */
export async function evaluateTags(
  predictor: Pick<Predictor, 'predict'>,
  batches: AsyncIterable<ModelBatch>,
  { tags: rows, onPrediction }: EvaluateTagsOptions,
): Promise<TagEvaluation> {
  const predictions: TagPrediction[] = [];
  let loss = 0;
  let right = 0;
  for await (const { id, label, probabilities } of predict(predictor, batches)) {
    checkWhole('a label', label, { least: 0, most: rows.length - 1 });
    const tags = rows[label]!;
    const own = binaryCrossEntropyOf(probabilities, tags);
    loss += own;
    probabilities.forEach((value, at) => (right += value > 0.5 === tags[at]! > 0.5 ? 1 : 0));
    predictions.push({ id, label, tags, probabilities, loss: own });
    onPrediction?.(predictions.length);
  }
  const samples = predictions.length;
  const count = samples * (predictions[0]?.probabilities.length ?? 0);
  return { samples, loss: loss / samples, accuracy: right / count, predictions };
}
