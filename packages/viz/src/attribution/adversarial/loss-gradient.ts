import type { ExplainedModel } from '../attribution-target.ts';

/** The cross-entropy of one image with its class, differentiated. */
export interface LossGradient {
  /** The predicted class. */
  readonly predicted: number;
  /** With respect to the pixels. */
  readonly gradient: Float32Array;
}

/**
 * The gradient of the cross-entropy with respect to the pixels of one image. It is that of the logits in the direction of the
 * probabilities minus the class, which stays exact where the probability of the class is rounded to 1.
 */
export async function lossGradient(
  model: ExplainedModel,
  image: Float32Array,
  label: number,
): Promise<LossGradient> {
  const { source, scores } = model;
  const logits = await logitsOf(model, image);
  const most = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  const direction = powers.map((power, at) => power / sum - (at === label ? 1 : 0));
  const objective = [{ ...scores, measure: 'direction', direction }] as const;
  const { gradient } = await source.gradient(image, { count: 1, objective });
  return { predicted: logits.indexOf(most), gradient };
}

/** The logits of one image, by a forward pass. */
export async function logitsOf(
  { source, scores }: ExplainedModel,
  image: Float32Array,
): Promise<Float32Array> {
  const objective = [{ ...scores, measure: 'largest' }] as const;
  const options = { count: 1, objective, wrt: scores, outputs: [scores] };
  return (await source.gradient(image, options)).outputs[0]!.data; // the output that was asked for
}

/** The class that one image is predicted as, by a forward pass; -1 if a logit is not a number. @param image `[height, width, channels]`, RGB, 0 to 255 */
export async function predictedClass(model: ExplainedModel, image: Float32Array): Promise<number> {
  const logits = await logitsOf(model, image);
  return logits.indexOf(Math.max(...logits));
}
