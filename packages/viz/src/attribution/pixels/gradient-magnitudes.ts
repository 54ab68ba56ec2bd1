import type { RectifierGradient } from '@sprout/core';
import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { scoreGradients } from '../score-gradients.ts';
import { largestMagnitude, perPixel } from './per-pixel.ts';

/** The largest magnitude, over the channels of a pixel, of the score's gradient by a rule for rectifiers. */
export async function gradientMagnitudes(
  model: ExplainedModel,
  images: ExplainedImages,
  rectifiers: RectifierGradient,
): Promise<Attribution[]> {
  const [height, width, channels] = model.source.imageShape;
  const maps: Attribution[] = [];
  for await (const { label, score, gradient } of scoreGradients(model, images, { rectifiers })) {
    const values = perPixel(gradient, channels, largestMagnitude);
    maps.push({ height, width, label, score, values });
  }
  return maps;
}
