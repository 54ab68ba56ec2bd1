import type { Raster } from '@sprout/core';
import { crop } from './crop.ts';
import type { ImageSize } from './image-size.ts';
import { pad } from './pad.ts';
import { roundHalfEven } from './round-half-even.ts';

/** The ways to resize an image to a size with other proportions. */
export const FITS = ['squash', 'crop', 'pad'] as const;

export type Fit = (typeof FITS)[number];

export interface ResizeToFitOptions extends ImageSize {
  readonly fit: Fit;
  /** The colour of the pixels that `pad` adds, 0 to 255 for each channel; black by default. */
  readonly colour?: readonly number[] | undefined;
}

/** `source` is only read, and may be the result. */
export type Resize = (source: Raster, size: ImageSize) => Raster;

/**
 * Resizes an image to `height` x `width`.
 *
 * - `squash` scales each side on its own, which changes the proportions.
 * - `crop` scales both sides by one factor, so that the image covers the size, and keeps the centre.
 * - `pad` scales both sides by one factor, so that the image fits into the size, and adds pixels of one colour around it.
 *
 * The image is first resized to `innerSize`. Half of the pixels that are cut off or added are at the top or on the left; a fraction of one half
 * is rounded to the even number. `crop` is `ImageOps.cover` of Pillow 13 followed by `CenterCrop` of torchvision 0.29, and `pad` is
 * `ImageOps.pad` of Pillow.
 *
 * @param source `[height, width, channels]`. Only read, and may be the result.
 * @param resize The resampler.
 */
export function resizeToFit(source: Raster, options: ResizeToFitOptions, resize: Resize): Raster {
  const { height, width, fit, colour = [0] } = options;
  const inner = innerSize(source, options);
  const resized = resize(source, inner);
  const top = roundHalfEven(Math.abs(height - inner.height) / 2);
  const left = roundHalfEven(Math.abs(width - inner.width) / 2);
  if (fit === 'crop') return crop(resized, { top, left, height, width });
  const bottom = height - inner.height - top;
  const right = width - inner.width - left;
  return pad(resized, { top, right, bottom, left, border: 'constant', colour });
}

/**
 * The size to which an image is resized before pixels are cut off or added. One side has the given length. The other one keeps the proportions;
 * it is rounded, a fraction of one half to the even number, and at least 1.
 */
export function innerSize(
  source: ImageSize,
  { height, width, fit }: Omit<ResizeToFitOptions, 'colour'>,
): ImageSize {
  const ratio = source.width / source.height;
  const wanted = width / height;
  if (fit === 'squash' || ratio === wanted) return { height, width };
  const fromWidth = fit === 'pad' ? ratio > wanted : ratio < wanted;
  return fromWidth
    ? { height: Math.max(1, roundHalfEven((source.height / source.width) * width)), width }
    : { height, width: Math.max(1, roundHalfEven(ratio * height)) };
}
