import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { imageAt } from '../image-at.ts';
import { scoreGradients } from '../score-gradients.ts';
import { type BaselineImage, baselineOf } from './baseline-of.ts';
import { perPixel, sum } from './per-pixel.ts';

export interface GradientTimesInputOptions extends ExplainedImages {
  /** The image that stands for nothing; black by default. */
  readonly baseline?: BaselineImage | undefined;
}

/**
 * Gradient times input: the score's gradient times the difference of the image from the baseline, summed over the channels. To first
 * order, what each pixel adds to the score.
 *
 * @returns A map for each image, at its size, in units of the score: positive for the class, negative against it.
 * @throws {SproutError} `option-invalid` for a label out of range, `shape-mismatch` for the baseline.
 * @see Shrikumar et al. 2016, arXiv:1605.01713.
 */
export async function gradientTimesInput(
  model: ExplainedModel,
  { baseline, ...options }: GradientTimesInputOptions,
): Promise<Attribution[]> {
  const { imageShape } = model.source;
  const [height, width, channels] = imageShape;
  const zero = baselineOf(baseline, imageShape);
  const maps: Attribution[] = [];
  for await (const { label, score, gradient } of scoreGradients(model, options)) {
    const image = imageAt(options, maps.length);
    const products = gradient.map((slope, at) => slope * (image[at]! - zero[at]!));
    maps.push({ height, width, label, score, values: perPixel(products, channels, sum) });
  }
  return maps;
}
