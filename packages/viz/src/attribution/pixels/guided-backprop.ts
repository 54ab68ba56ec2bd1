import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { gradientMagnitudes } from './gradient-magnitudes.ts';

/**
 * Guided backpropagation: as `saliency`, but only positive gradients pass through the activations ReLU and ReLU6. Other activations
 * keep their gradients, so that without rectifiers the map is that of `saliency`. Its pictures are sharp, but they are not faithful
 * to the model: they hardly change if its weights or the class are replaced (Adebayo et al. 2018, arXiv:1810.03292).
 *
 * @returns A map for each image, at its size. 0 or more, without a unit.
 * @throws {SproutError} `option-invalid` for a label out of range; `model-unsupported` for a model inside the model.
 * @see Springenberg et al. 2015, arXiv:1412.6806.
 */
export function guidedBackprop(
  model: ExplainedModel,
  options: ExplainedImages,
): Promise<Attribution[]> {
  return gradientMagnitudes(model, options, 'guided');
}
