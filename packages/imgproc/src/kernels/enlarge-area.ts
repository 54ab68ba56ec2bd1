import { checkRaster, type Raster } from '@sprout/core';
import { checkSize } from './check-size.ts';
import type { ImageSize } from './image-size.ts';
import { areaNeighbours, areaNeighboursInside } from './linear-neighbours.ts';
import { resizeBetween } from './resize-linear.ts';

/**
 * Enlarges as `cv2.resize` with `INTER_AREA` does, bit for bit. The size must not be less than that of the image.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where the size is the same already.
 * @throws {SproutError} `option-invalid`, `shape-mismatch`.
 */
export function enlargeArea(source: Raster, { height, width }: ImageSize): Raster {
  checkRaster(source);
  checkSize({ height, width });
  if (source.height === height && source.width === width) return source;
  const rows = areaNeighbours(source.height, height);
  return resizeBetween(source, rows, areaNeighboursInside(source.width, width));
}
