import type { ExplainedModel } from '../attribution-target.ts';
import { type Attacked, type AttackOptions, limited } from './attack.ts';
import { checkEpsilon } from './check-epsilon.ts';
import { lossGradient, predictedClass } from './loss-gradient.ts';

/**
 * The fast gradient sign method: each value moves by `epsilon` in the direction in which the cross-entropy grows.
 *
 * @throws {SproutError} `option-invalid` for an epsilon that is not above 0 and at most 255.
 * @see Goodfellow et al. 2014, arXiv:1412.6572.
 */
export async function fgsm(
  model: ExplainedModel,
  { image, label, epsilon }: AttackOptions,
): Promise<Attacked> {
  checkEpsilon(epsilon);
  const start = Float32Array.from(image);
  const { gradient } = await lossGradient(model, start, label);
  const moved = start.map((value, at) =>
    limited(value + epsilon * Math.sign(gradient[at]!), value, epsilon),
  );
  return { image: moved, predicted: await predictedClass(model, moved) };
}
