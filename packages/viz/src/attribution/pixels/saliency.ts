import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { gradientMagnitudes } from './gradient-magnitudes.ts';

/**
 * Saliency: the largest magnitude, over the channels of a pixel, of the score's gradient. How much the score would change, whatever
 * the direction.
 *
 * @returns A map for each image, at its size, in units of the score for one step of a byte. 0 or more.
 * @throws {SproutError} `option-invalid` for a label out of range.
 * @see Simonyan et al. 2013, section 3.1, arXiv:1312.6034.
 */
export function saliency(model: ExplainedModel, options: ExplainedImages): Promise<Attribution[]> {
  return gradientMagnitudes(model, options, 'exact');
}
