import type { Predictor } from '../engine/contract/predictor.ts';
import type { ModelBatch } from './model-batch.ts';

/** The output of a model for one sample. */
export interface Prediction {
  readonly id: string;
  /** The true class as given with the sample; without meaning if the samples have none. */
  readonly label: number;
  /** The argmax of the probabilities, of equal ones the lowest class; -1 if a probability is NaN. */
  readonly predicted: number;
  /** The probability of the predicted class. */
  readonly probability: number;
  /** The probability of every class, in the order of the class map. */
  readonly probabilities: Float32Array;
}

/** Predicts every sample of a stream of batches, in order. */
export async function* predict(
  predictor: Pick<Predictor, 'predict'>,
  batches: AsyncIterable<ModelBatch>,
): AsyncGenerator<Prediction, void, undefined> {
  for await (const { images, count, labels, ids } of batches) {
    const all = await predictor.predict(images, count);
    const classes = all.length / count;
    for (const [row, id] of ids.entries()) {
      const probabilities = all.subarray(row * classes, (row + 1) * classes);
      const probability = probabilities.reduce((largest, value) => Math.max(largest, value), 0);
      yield {
        id,
        label: labels[row]!,
        predicted: probabilities.indexOf(probability),
        probability,
        probabilities,
      };
    }
  }
}
