import type { ModelCard } from '@sprout/train';
import { probabilityOf, tagsAbove } from '../images/tags.ts';
import type { FilePrediction } from '../model/predict-chunk.ts';

/** The name for images whose predicted class has a smaller probability than the threshold. */
export const UNKNOWN = 'unknown';

/** The prediction for one file. */
export interface PredictedFile {
  readonly path: string;
  /** The predicted class; of a model of tags, the tags with a space between them, which may be none. */
  readonly predicted: string;
  /** The most probable class, also where `predicted` is `unknown`. Absent for a model of tags. */
  readonly best?: string | undefined;
  /** Of the class; of a model of tags, of exactly these tags if tags are independent of one another. */
  readonly probability: number;
  /** The probabilities of all classes, in the order of the class map. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
  /** With `sortInto`: the path of the copy or the link. */
  readonly sorted?: string | undefined;
}

/** Names the predicted class, or `unknown` if its probability is below the threshold, or the tags above their thresholds. */
export function predictedFile(
  { sample: { id: path }, probabilities }: Extract<FilePrediction, { probabilities: Float32Array }>,
  { classes: names, thresholds }: ModelCard,
  threshold = 0,
): PredictedFile {
  const classes = names.map((name, at) => ({ name, probability: probabilities[at]! }));
  if (thresholds !== undefined) {
    const tags = tagsAbove(probabilities, names, thresholds);
    const probability = probabilityOf(tags, probabilities, names);
    return { path, predicted: tags.join(' '), probability, classes };
  }
  const probability = Math.max(...probabilities);
  const best = names[probabilities.indexOf(probability)]!; // the maximum is one of the probabilities
  return { path, predicted: probability < threshold ? UNKNOWN : best, best, probability, classes };
}
