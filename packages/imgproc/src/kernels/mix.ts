import type { Raster } from '@sprout/core';

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
    const products = Float32Array.from({ length: 256 }, (_, value) => value * Math.fround(weight));
    const { data } = image;
    for (let at = 0; at < data.length; at++) sums[at]! += products[data[at]!]!;
  }
  return { ...first, data: Uint8Array.from(sums, (sum) => Math.min(255, sum)) };
}
