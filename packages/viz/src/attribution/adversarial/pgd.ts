import { checkWhole } from '@sprout/core';
import type { ExplainedModel } from '../attribution-target.ts';
import { type Attacked, type AttackOptions, limited } from './attack.ts';
import { checkEpsilon } from './check-epsilon.ts';
import { lossGradient, predictedClass } from './loss-gradient.ts';

export interface PgdOptions extends AttackOptions {
  /** The number of steps, 10 by default. The attack ends early when the prediction has changed. */
  readonly steps?: number | undefined;
  /** How far a value moves in a step; `2.5 * epsilon / steps` by default. */
  readonly stepSize?: number | undefined;
}

/**
 * Projected gradient descent: several small steps of the fast gradient sign method, each brought back to within `epsilon` of the image.
 * It starts at the image itself, so the result is the same each time.
 *
 * @throws {SproutError} `option-invalid` for epsilon or steps out of range.
 * @see Madry et al. 2017, arXiv:1706.06083.
 */
export async function pgd(
  model: ExplainedModel,
  { image, label, epsilon, steps = 10, stepSize = (2.5 * epsilon) / steps }: PgdOptions,
): Promise<Attacked> {
  checkEpsilon(epsilon);
  checkWhole('steps', steps, { least: 1 });
  let moved = Float32Array.from(image);
  for (let step = 0; step < steps; step++) {
    const { gradient, predicted } = await lossGradient(model, moved, label);
    if (predicted !== label) return { image: moved, predicted };
    moved = moved.map((value, at) =>
      limited(value + stepSize * Math.sign(gradient[at]!), image[at]!, epsilon),
    );
  }
  return { image: moved, predicted: await predictedClass(model, moved) };
}
