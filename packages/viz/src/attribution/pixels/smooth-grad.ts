import { checkWhole, rngAt } from '@sprout/core';
import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { imageAt } from '../image-at.ts';
import { scoreGradients } from '../score-gradients.ts';
import { largestMagnitude, perPixel } from './per-pixel.ts';
import { predictedLabel } from '../predicted-label.ts';

export interface SmoothGradOptions extends ExplainedImages {
  /** The number of noisy copies of each image, 25 by default. */
  readonly copies?: number | undefined;
  /** The standard deviation of the noise, as a share of the range of the image's values; 0.15 by default. */
  readonly noise?: number | undefined;
  /** 0 by default. */
  readonly seed?: number | undefined;
}

/**
 * SmoothGrad: the saliency of noisy copies of an image, averaged.
 *
 * @returns A map for each image, at its size. The same seed gives the same map on the same engine. 0 or more.
 * @throws {SproutError} `option-invalid` for a label or copies out of range.
 * @see Smilkov et al. 2017, arXiv:1706.03825.
 */
export async function smoothGrad(
  model: ExplainedModel,
  { copies = 25, noise = 0.15, seed = 0, ...options }: SmoothGradOptions,
): Promise<Attribution[]> {
  checkWhole('copies', copies, { least: 1 });
  const [height, width, channels] = model.source.imageShape;
  const maps: Attribution[] = [];
  for (let number = 0; number < options.count; number++) {
    const image = imageAt(options, number);
    const { label, score } = await predictedLabel(model, { ...options, images: image, count: 1 });
    const images = noisyCopies(image, { copies, noise, address: [seed, number] });
    const values = new Float32Array(height * width);
    const noisy = { ...options, images, count: copies, label };
    for await (const { gradient } of scoreGradients(model, noisy))
      for (const [at, value] of perPixel(gradient, channels, largestMagnitude).entries())
        values[at] = values[at]! + value / copies;
    maps.push({ height, width, label, score, values });
  }
  return maps;
}

interface NoiseOptions {
  readonly copies: number;
  readonly noise: number;
  readonly address: readonly [seed: number, image: number];
}

function noisyCopies(
  image: Uint8Array | Float32Array,
  { copies, noise, address: [seed, number] }: NoiseOptions,
): Float32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const value of image) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const deviation = noise * (most - least);
  const rng = rngAt(seed, ['smooth-grad', number]);
  return Float32Array.from(
    { length: copies * image.length },
    (_, at) => image[at % image.length]! + rng.normal(0, deviation),
  );
}
