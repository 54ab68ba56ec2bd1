import { shapeText } from '../errors/shape-text.ts';
import { shapeMismatch } from '../errors/shape-mismatch.ts';
import type { Raster } from './raster.ts';

/**
 * @throws {SproutError} `shape-mismatch` unless the data of an image is a `Uint8Array` of `height * width * channels`
 * bytes.
 */
export function checkRaster({ height, width, channels, data }: Raster): void {
  const isWhole = [height, width, channels].every(
    (side) => Number.isSafeInteger(side) && side >= 0,
  );
  if (isWhole && data instanceof Uint8Array && data.length === height * width * channels) return;
  throw shapeMismatch('An image', {
    expected: `${shapeText([height, width, channels])}, as a Uint8Array`,
    received: `a ${(data as object).constructor.name} of length ${data.length}`, // callers in JavaScript may pass any array
  });
}
