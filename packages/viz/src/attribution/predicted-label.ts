import type { ExplainedImages, ExplainedModel } from './attribution-target.ts';
import { scoreGradients } from './score-gradients.ts';

/** The class that is explained for one image, and its score: the given label, or the predicted class. */
export async function predictedLabel(
  model: ExplainedModel,
  image: ExplainedImages,
): Promise<{ readonly label: number; readonly score: number }> {
  for await (const { label, score } of scoreGradients(model, image, { wrt: model.scores }))
    return { label, score };
  throw new RangeError('an image is needed');
}
