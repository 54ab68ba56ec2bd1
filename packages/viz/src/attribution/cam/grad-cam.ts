import type { Attribution, ExplainedModel } from '../attribution-target.ts';
import { type CamOptions, type CamRule, classActivationMaps } from './class-activation-maps.ts';
import { weightedSum } from './weighted-sum.ts';

/**
 * Grad-CAM: the channels of a layer, each weighted by the mean of the score's gradient with respect to it, summed; negative sums
 * become 0.
 *
 * @returns A map for each image, at the size of the layer's output, in units of the score. 0 or more.
 * @throws {SproutError} `name-unknown` or `option-invalid` for the layer; `option-invalid` for a label out of range.
 * @see Selvaraju et al. 2017, arXiv:1610.02391.
 */
export async function gradCam(model: ExplainedModel, options: CamOptions): Promise<Attribution[]> {
  return classActivationMaps(model, options, rule);
}

const rule: CamRule = ({ gradient, output }, size) => {
  const { positions, channels } = size;
  const weights = new Float64Array(channels);
  for (let at = 0; at < gradient.length; at++)
    weights[at % channels] = weights[at % channels]! + gradient[at]! / positions;
  return weightedSum(output, weights, size);
};
