import { shapeMismatch } from '@sprout/core';
import type { ImagesShape } from '../../images/images-shape.ts';
import type { ImageStart } from './parametrisation.ts';

/**
 * The images to start from, `[count, height, width, channels]`: the one image for all, or one for each. A fresh array.
 *
 * @throws {SproutError} `shape-mismatch`
 */
export function startImages({ image }: ImageStart, shape: ImagesShape): Float32Array {
  const { count, height, width, channels } = shape;
  const size = height * width * channels;
  if (image.length !== size && image.length !== count * size) {
    const expected = [height, width, channels];
    throw shapeMismatch('The image to start from', { expected, received: [image.length] });
  }
  const images = new Float32Array(count * size);
  for (let at = 0; at < images.length; at += image.length) images.set(image, at);
  return images;
}
