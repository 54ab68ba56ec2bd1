import type { Raster } from '../raster/raster.ts';
import type { LentImages } from './image-source.ts';

/** A copy of one image of a lent batch. It stays valid when the batch is disposed of. */
export function rasterAt(
  { images, height, width, channels }: LentImages,
  position: number,
): Raster {
  const size = height * width * channels;
  return { height, width, channels, data: images.slice(position * size, (position + 1) * size) };
}
