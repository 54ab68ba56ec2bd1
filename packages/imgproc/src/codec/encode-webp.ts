import { checkRaster, type Raster, shapeMismatch } from '@sprout/core';
import sharp from 'sharp';

const QUALITY = 80;

/**
 * Encodes a picture for a page as WebP, with loss. A photograph takes about a tenth of the bytes of its PNG.
 *
 * @param image `[height, width, 3]`, RGB. Only read.
 * @throws {SproutError} `shape-mismatch` for any other number of channels or bytes.
 */
export async function encodeWebp(image: Raster): Promise<Uint8Array> {
  checkRaster(image);
  const { height, width, channels, data } = image;
  if (channels !== 3)
    throw shapeMismatch('An image to write as WebP', {
      expected: '[height, width, 3]',
      received: [height, width, channels],
    });
  return sharp(data, { raw: { height, width, channels } }).webp({ quality: QUALITY }).toBuffer();
}
