import { canonicalJson } from '@sprout/core';
import { createHash } from 'node:crypto';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { FeatureAddress } from '../feature-address.ts';

export interface FeatureAddressOptions extends Pick<
  FeatureAddress,
  'samples' | 'recipe' | 'base' | 'layer'
> {
  /** `none` by default. */
  readonly augmentation?: string | undefined;
  /** 1 by default. */
  readonly copies?: number | undefined;
}

/** The address of the features that a base gives: its input and weights, and the rest from the options. */
export function featureAddressOf(
  { input, weights }: ModelDefinition,
  { augmentation = 'none', copies = 1, ...options }: FeatureAddressOptions,
): FeatureAddress {
  const { height, width, channels, channelOrder = 'rgb', normalisation } = input;
  return {
    ...options,
    augmentation,
    imageSize: `${height}x${width}x${channels}`,
    inputFunction: canonicalJson({ channelOrder, normalisation }),
    weights: weightsHash(weights),
    copies,
  };
}

/** The SHA-256, in hexadecimal, of the names, shapes and numbers of weights, in order. */
export function weightsHash(weights: readonly NamedTensor[]): string {
  const hash = createHash('sha256');
  for (const { name, shape, data } of weights) {
    hash.update(JSON.stringify([name, shape]));
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest('hex');
}
