import type { Raster } from '@sprout/core';
import { pilAffine, type PilAffineOptions } from './pil-affine.ts';
import { rotation } from './pil-matrices.ts';
import { turnQuarters } from './turn.ts';

/**
 * Rotates an image about its centre, counter-clockwise: `Image.rotate` of Pillow. Half turns, and quarter turns of square images, keep
 * all pixels.
 *
 * @param source Only read, and returned for whole turns.
 */
export function pilRotate(source: Raster, degrees: number, options: PilAffineOptions): Raster {
  const quarters = (((degrees % 360) + 360) % 360) / 90;
  const isSquare = source.height === source.width;
  if (quarters % (isSquare ? 1 : 2) === 0) return turnQuarters(source, quarters);
  return pilAffine(source, rotation(degrees, source), options);
}
