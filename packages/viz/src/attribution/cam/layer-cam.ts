import type { Attribution, ExplainedModel } from '../attribution-target.ts';
import { type CamOptions, type CamRule, classActivationMaps } from './class-activation-maps.ts';

/**
 * Layer-CAM: the output of a layer times the positive part of the score's gradient, summed over the channels. Also useful at early
 * layers, which have more positions.
 *
 * @returns A map for each image, at the size of the layer's output, in units of the score. 0 or more.
 * @throws {SproutError} As `gradCam`.
 * @see Jiang et al. 2021, "LayerCAM: Exploring Hierarchical Class Activation Maps for Localization", equation 6.
 */
export async function layerCam(model: ExplainedModel, options: CamOptions): Promise<Attribution[]> {
  return classActivationMaps(model, options, rule);
}

const rule: CamRule = ({ gradient, output }, { positions, channels }) =>
  Float32Array.from({ length: positions }, (_, position) => {
    let sum = 0;
    for (let at = position * channels; at < (position + 1) * channels; at++)
      sum += Math.max(gradient[at]!, 0) * output[at]!;
    return sum;
  });
