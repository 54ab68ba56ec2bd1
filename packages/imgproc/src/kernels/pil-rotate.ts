import type { Raster } from '@sprout/core';
import { pilAffine, type PilAffineOptions } from './pil-affine.ts';
import { rotation } from './pil-matrices.ts';
import { turnHalf, turnQuarter } from './turn.ts';

/**
 * Rotates an image about its centre, counter-clockwise: `Image.rotate` of Pillow. Half turns, and quarter turns of square images, keep
 * all pixels.
 *
 * @param source Only read, and returned for whole turns.
 */
export function pilRotate(source: Raster, degrees: number, options: PilAffineOptions): Raster {
  const quarters = (((degrees % 360) + 360) % 360) / 90;
  const isSquare = source.height === source.width;
  if (quarters === 0) return source;
  if (quarters === 2) return turnHalf(source);
  if (quarters === 1 && isSquare) return turnQuarter(source);
  if (quarters === 3 && isSquare) return turnHalf(turnQuarter(source));
  return pilAffine(source, rotation(degrees, source), options);
}
