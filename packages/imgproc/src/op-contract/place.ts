import type { Rng } from '@sprout/core';
import { z } from 'zod';
import type { CropOptions } from '../kernels/crop.ts';
import type { ImageSize } from './image-size.ts';

const share = z.number().min(0).max(1);

/** The fields of the numbers of an op that draws a place in an image: 0 is at the top or at the left, 1 at the bottom or at the right. */
export const place = { down: share, right: share };

export interface Place {
  readonly down: number;
  readonly right: number;
}

/** Draws a place, each with the same probability. */
export function drawPlace(rng: Rng): Place {
  return { down: rng.uniform(0, 1), right: rng.uniform(0, 1) };
}

/** A part of the given size at a place inside an image. The part must not be larger than the image. */
export function placed(
  image: ImageSize,
  { height, width }: ImageSize,
  { down, right }: Place,
): CropOptions {
  const [mostTop, mostLeft] = [image.height - height, image.width - width];
  const top = Math.min(mostTop, Math.floor(down * (mostTop + 1)));
  const left = Math.min(mostLeft, Math.floor(right * (mostLeft + 1)));
  return { top, left, height, width };
}
