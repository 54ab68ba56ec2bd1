import type { ExplainedModel } from '../attribution-target.ts';
import type { Attacked, AttackOptions } from './attack.ts';
import { predictedClass } from './loss-gradient.ts';

/** `fgsm` or `pgd`. */
export type Attack = (model: ExplainedModel, options: AttackOptions) => Promise<Attacked>;

export interface SmallestFlipOptions extends Pick<AttackOptions, 'image' | 'label'> {
  readonly attack: Attack;
  /** The largest epsilon that is tried, 64 by default. */
  readonly most?: number | undefined;
}

/** An attack that changed a prediction, and its epsilon. */
export interface Flip extends Attacked {
  readonly epsilon: number;
}

/** The epsilon from which it is doubled. */
const FIRST = 0.125;
const HALVINGS = 4;

/**
 * The smallest epsilon with which an attack changes the prediction of an image, within 7 %: epsilon is doubled from an eighth of a byte's
 * step until the prediction changes, and the last interval is halved four times. 0 for an image that is predicted as another class as it is.
 *
 * @returns `undefined` if no epsilon up to `most` changes it.
 * @throws {SproutError} As the attack.
 */
export async function smallestFlip(
  model: ExplainedModel,
  { attack, image, label, most = 64 }: SmallestFlipOptions,
): Promise<Flip | undefined> {
  const asItIs = Float32Array.from(image);
  const before = await predictedClass(model, asItIs);
  if (before !== label) return { image: asItIs, predicted: before, epsilon: 0 };
  const flipAt = async (epsilon: number): Promise<Flip | undefined> => {
    const attacked = await attack(model, { image, label, epsilon });
    return attacked.predicted === label ? undefined : { ...attacked, epsilon };
  };
  let [kept, tried] = [0, FIRST];
  let found = await flipAt(tried);
  while (found === undefined && tried < most) {
    [kept, tried] = [tried, Math.min(2 * tried, most)];
    found = await flipAt(tried);
  }
  for (let halving = 0; found !== undefined && halving < HALVINGS; halving++) {
    const middle = (kept + found.epsilon) / 2;
    const nearer = await flipAt(middle);
    if (nearer === undefined) kept = middle;
    else found = nearer;
  }
  return found;
}
