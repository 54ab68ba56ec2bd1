import type { Raster } from '@sprout/core';
import type { ImagesShape } from '../../images/images-shape.ts';
import { deprocessImage } from './deprocess-image.ts';

/** How images become pictures: the pixels as they are, or the book's `deprocess_image` on the numbers in their units. */
export type PictureStyle = 'pixels' | 'deprocess';

export interface PicturesOptions {
  readonly shape: ImagesShape;
  readonly style: PictureStyle;
}

/**
 * One picture for each image.
 *
 * @param images Pixels for the style `pixels`; for `deprocess` numbers in the units in which the book shows them.
 */
export function picturesOf(
  images: Float32Array,
  { shape: { count, height, width, channels }, style }: PicturesOptions,
): Raster[] {
  const size = height * width * channels;
  return Array.from({ length: count }, (_, image) => {
    const part = images.subarray(image * size, (image + 1) * size);
    const data = style === 'deprocess' ? deprocessImage(part) : bytesOf(part);
    return { height, width, channels, data };
  });
}

function bytesOf(pixels: Float32Array): Uint8Array {
  return new Uint8Array(Uint8ClampedArray.from(pixels).buffer); // rounds to the nearest byte
}
