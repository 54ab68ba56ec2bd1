import { SproutError } from '../errors/sprout-error.ts';
import type { Raster } from './raster.ts';

/** @throws {SproutError} `shape-mismatch` unless an image is bytes, as many as its sides say. */
export function checkRaster({ height, width, channels, data }: Raster): void {
  const isWhole = [height, width, channels].every(
    (side) => Number.isSafeInteger(side) && side >= 0,
  );
  if (isWhole && data instanceof Uint8Array && data.length === height * width * channels) return;
  throw new SproutError('shape-mismatch', {
    what: 'An image',
    expected: `${height} x ${width} x ${channels} in a Uint8Array`,
    received: `${data.length} in a ${(data as object).constructor.name}`,
  });
}
