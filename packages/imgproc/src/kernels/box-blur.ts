import type { Raster } from '@sprout/core';
import { separableBlur } from './separable-blur.ts';

/**
 * The mean of each square window, channel by channel, rounded: `cv2.blur`, bit for bit. The image is mirrored about its edge pixels.
 *
 * @param source RGB. Only read.
 * @param size The side of the window: odd, at most 255.
 */
export function boxBlur(source: Raster, size: number): Raster {
  const taps = new Uint16Array((size >> 1) + 1).fill(1);
  return separableBlur(source, { taps, divisor: size * size });
}
