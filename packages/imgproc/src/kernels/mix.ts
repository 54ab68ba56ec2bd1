import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';

export interface WeightedImage {
  readonly weight: number;
  readonly image: Raster;
}

/**
 * The weighted sum of images of one size, added up in single precision in their order and rounded down.
 *
 * @param images At least one; their weights have a sum of 1. Only read.
 */
export function mix(images: readonly WeightedImage[]): Raster {
  const first = images[0]!.image; // there is one
  const sums = new Float32Array(first.data.length);
  for (const { weight, image } of images) {
    const products = new Float32Array(256);
    for (let value = 0; value < 256; value++) products[value] = value * Math.fround(weight);
    const { data } = image;
    for (let at = 0; at < data.length; at++) sums[at]! += products[data[at]!]!;
  }
  const result = newBytes(sums.length);
  for (let at = 0; at < sums.length; at++) result[at] = Math.min(255, sums[at]!);
  return { ...first, data: result };
}
