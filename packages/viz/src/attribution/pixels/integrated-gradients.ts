import { checkWhole } from '@sprout/core';
import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { imageAt } from '../image-at.ts';
import { predictedLabel } from '../predicted-label.ts';
import { scoreGradients } from '../score-gradients.ts';
import { type BaselineImage, baselineOf } from './baseline-of.ts';
import { perPixel, sum } from './per-pixel.ts';

export interface IntegratedGradientsOptions extends ExplainedImages {
  /** The image that stands for nothing; black by default. */
  readonly baseline?: BaselineImage | undefined;
  /** The number of points on the line from the baseline to the image, 128 by default. */
  readonly steps?: number | undefined;
}

/** Integrated gradients of one image. */
export interface IntegratedGradients extends Attribution {
  /** The score of the baseline. The sum of the map is `score - baselineScore`, but for the gap. */
  readonly baselineScore: number;
  /**
   * The difference of the map's sum from `score - baselineScore`, as a share of it: the error of the sum over the steps. More steps
   * make it smaller; beyond 0.05 the map is not to be trusted.
   */
  readonly gap: number;
}

/**
 * Integrated gradients: the score's gradient, averaged over the line from a baseline to the image, times the difference of the
 * two. The map adds up to the difference of the scores (completeness); `gap` says how far it does not. The points are the middles of
 * the steps.
 *
 * @returns A map for each image, at its size, in units of the score: positive for the class, negative against it.
 * @throws {SproutError} `option-invalid` for a label or steps out of range, `shape-mismatch` for the baseline.
 * @see Sundararajan et al. 2017, arXiv:1703.01365.
 */
export async function integratedGradients(
  model: ExplainedModel,
  { baseline, steps = 128, ...options }: IntegratedGradientsOptions,
): Promise<IntegratedGradients[]> {
  checkWhole('steps', steps, { least: 1 });
  const zero = baselineOf(baseline, model.source.imageShape);
  const maps: IntegratedGradients[] = [];
  for (let number = 0; number < options.count; number++) {
    const image = imageAt(options, number);
    maps.push(await integrate(model, { ...options, images: image, zero, steps }));
  }
  return maps;
}

interface IntegrateOptions extends Pick<ExplainedImages, 'images' | 'label' | 'signal'> {
  readonly zero: Float32Array;
  readonly steps: number;
}

async function integrate(
  model: ExplainedModel,
  { images: image, zero, steps, ...options }: IntegrateOptions,
): Promise<IntegratedGradients> {
  const [height, width, channels] = model.source.imageShape;
  const { label, score } = await predictedLabel(model, { ...options, images: image, count: 1 });
  const asked = { ...options, label };
  const { score: baselineScore } = await predictedLabel(model, {
    ...asked,
    images: zero,
    count: 1,
  });
  const images = Float32Array.from({ length: steps * zero.length }, (_, at) => {
    const pixel = at % zero.length;
    const share = (Math.floor(at / zero.length) + 0.5) / steps;
    return zero[pixel]! + share * (image[pixel]! - zero[pixel]!);
  });
  const mean = new Float64Array(zero.length);
  for await (const { gradient } of scoreGradients(model, { ...asked, images, count: steps }))
    for (let at = 0; at < mean.length; at++) mean[at] = mean[at]! + gradient[at]! / steps;
  const parts = mean.map((slope, at) => slope * (image[at]! - zero[at]!));
  const total = parts.reduce((before, part) => before + part, 0);
  const expected = score - baselineScore;
  const gap = expected === 0 ? Math.abs(total) : Math.abs(total - expected) / Math.abs(expected);
  const values = perPixel(parts, channels, sum);
  return { height, width, label, score, values, baselineScore, gap };
}
