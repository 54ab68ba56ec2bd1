import { type LayerOutput, SproutError } from '@sprout/core';
import type { HeatMap } from './attribution-target.ts';

/** The output of one channel of a layer for an image. */
export interface ActivationMap extends HeatMap {
  readonly channel: number;
  /** The mean over all positions. */
  readonly mean: number;
}

export interface ActivationMapsOptions {
  /** The most channels; all by default. */
  readonly most?: number | undefined;
}

/**
 * The channels of a layer's output for one image, those with the largest mean first.
 *
 * @param output `[1, height, width, channels]`. Copied.
 * @throws {SproutError} `option-invalid` for an output without rows and columns, or of several images.
 */
export function activationMaps(
  { shape, data }: LayerOutput,
  { most = Infinity }: ActivationMapsOptions = {},
): ActivationMap[] {
  const [count, height, width, channels] = shape;
  if (count !== 1 || height === undefined || width === undefined || channels === undefined) {
    const rule = 'a layer whose output has rows and columns, for one image';
    throw new SproutError('option-invalid', {
      option: 'layer',
      value: `[${shape.join(', ')}]`,
      rule,
    });
  }
  const positions = height * width;
  return Array.from({ length: channels }, (_, channel): ActivationMap => {
    const values = Float32Array.from(
      { length: positions },
      (_value, at) => data[at * channels + channel]!,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / positions;
    return { height, width, values, channel, mean };
  })
    .toSorted((one, other) => other.mean - one.mean)
    .slice(0, most);
}
