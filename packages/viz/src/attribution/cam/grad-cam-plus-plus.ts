import type { Attribution, ExplainedModel } from '../attribution-target.ts';
import { type CamOptions, type CamRule, classActivationMaps } from './class-activation-maps.ts';
import { weightedSum } from './weighted-sum.ts';

/**
 * Grad-CAM++: as Grad-CAM, but the positive gradients of a channel are weighted by position, so that several objects of a class all
 * show. The second and third derivatives are those of the exponential of the score, whose factor cancels.
 *
 * @returns A map for each image, at the size of the layer's output. 0 or more; the paper's common factor, the exponential of the
 *   score, is left out.
 * @throws {SproutError} As `gradCam`.
 * @see Chattopadhyay et al. 2018, equations 10 and 19, arXiv:1710.11063.
 */
export async function gradCamPlusPlus(
  model: ExplainedModel,
  options: CamOptions,
): Promise<Attribution[]> {
  return classActivationMaps(model, options, rule);
}

const rule: CamRule = ({ gradient, output }, size) => {
  const { channels } = size;
  const sums = new Float64Array(channels);
  for (let at = 0; at < output.length; at++)
    sums[at % channels] = sums[at % channels]! + output[at]!;
  const weights = new Float64Array(channels);
  for (let at = 0; at < gradient.length; at++) {
    const slope = gradient[at]!;
    if (slope <= 0) continue;
    const channel = at % channels;
    const divisor = 2 * slope ** 2 + sums[channel]! * slope ** 3;
    const share = divisor === 0 ? 0 : slope ** 2 / divisor;
    weights[channel] = weights[channel]! + share * slope;
  }
  return weightedSum(output, weights, size);
};
