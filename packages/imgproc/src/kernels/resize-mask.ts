import type { Raster } from '@sprout/core';
import type { ImageSize } from './image-size.ts';
import { resizePilNearest } from './resize-pil-nearest.ts';

/** Resizes a mask to the nearest pixels. `mask` is only read, and returned where it has the size already. */
export function resizeMask(mask: Raster, { height, width }: ImageSize): Raster {
  if (mask.height === height && mask.width === width) return mask;
  return resizePilNearest(mask, { height, width });
}
