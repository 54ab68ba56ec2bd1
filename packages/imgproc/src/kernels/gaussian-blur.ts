import type { Raster } from '@sprout/core';
import { gaussianTaps } from './gaussian-taps.ts';
import { separableBlur } from './separable-blur.ts';

/** The square of the sum of the weights, which are 256ths. */
const DIVISOR = 256 ** 2;

export interface GaussianBlurOptions {
  readonly deviation: number;
  /** The side of the window: odd. By default that of OpenCV, about 6 deviations. */
  readonly size?: number;
}

/**
 * `cv2.GaussianBlur` of bytes, bit for bit: the weights are 256ths, and the image is mirrored about its edge pixels.
 *
 * @param source RGB. Only read; returned if nothing changes.
 */
export function gaussianBlur(source: Raster, { deviation, size }: GaussianBlurOptions): Raster {
  if (deviation === 0) return source;
  const taps = gaussianTaps(deviation, size);
  return taps.length === 1 ? source : separableBlur(source, { taps, divisor: DIVISOR });
}
