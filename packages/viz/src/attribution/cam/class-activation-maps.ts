import type { Attribution, ExplainedImages, ExplainedModel } from '../attribution-target.ts';
import { type ScoreGradient, scoreGradients } from '../score-gradients.ts';
import { mapShape } from './layer-map.ts';

export interface CamOptions extends ExplainedImages {
  /** A layer whose output has rows and columns: the last such layer, usually. */
  readonly layer: string;
}

/** The size of a layer's output. */
export interface MapSize {
  readonly positions: number;
  readonly channels: number;
}

/**
 * The map of one image, `[positions]`, from a layer's output and the gradient of the score with respect to it, both
 * `[positions, channels]`.
 */
export type CamRule = (found: ScoreGradient, size: MapSize) => Float32Array;

/** Class activation maps by one rule, at the size of the layer's output. */
export async function classActivationMaps(
  model: ExplainedModel,
  { layer, ...images }: CamOptions,
  rule: CamRule,
): Promise<Attribution[]> {
  const maps: Attribution[] = [];
  for await (const found of scoreGradients(model, images, { wrt: { layer } })) {
    const { height, width, ...size } = mapShape(found, layer);
    const values = rule(found, size).map((value) => Math.max(value, 0));
    maps.push({ height, width, values, label: found.label, score: found.score });
  }
  return maps;
}
