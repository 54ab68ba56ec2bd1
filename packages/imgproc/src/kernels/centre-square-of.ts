import type { Raster } from '@sprout/core';
import { crop } from './crop.ts';
import { halve } from './halve.ts';
import { resizeLinear } from './resize-linear.ts';

/** The ends of an image whose sides have a larger ratio are cut off before the resize, because they are not in the square. */
const MOST_RATIO = 4;

/**
 * The centre square of an image, resized. Images are halved while they are at least twice as large as the result, and then
 * interpolated linearly.
 *
 * @param source Only read.
 * @param size Height and width of the result, in pixels.
 */
export function centreSquareOf(source: Raster, size: number): Raster {
  const whole = withoutEnds(source);
  const shorter = Math.min(whole.height, whole.width);
  const scale = size / shorter;
  const [height, width] = [Math.ceil(whole.height * scale), Math.ceil(whole.width * scale)];
  let image = whole;
  for (let ratio = shorter / size; ratio >= 2; ratio /= 2) image = halve(image);
  const top = Math.floor((height - size) / 2);
  const left = Math.floor((width - size) / 2);
  const resized = resizeLinear(image, { height, width });
  return crop(resized, { top, left, height: size, width: size });
}

function withoutEnds(source: Raster): Raster {
  const most = MOST_RATIO * Math.min(source.height, source.width);
  const top = Math.max(0, Math.floor((source.height - most) / 2));
  const left = Math.max(0, Math.floor((source.width - most) / 2));
  const height = source.height - 2 * top;
  return crop(source, { top, left, height, width: source.width - 2 * left });
}
