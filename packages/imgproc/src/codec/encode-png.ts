import { checkRaster, type Raster, shapeMismatch } from '@sprout/core';
import sharp from 'sharp';

/**
 * Encodes an image as PNG, without loss: the same pixels give the same bytes.
 *
 * @param image `[height, width, 1 | 3 | 4]`. Only read.
 * @throws {SproutError} `shape-mismatch` for any other number of channels or bytes.
 */
export async function encodePng(image: Raster): Promise<Uint8Array> {
  checkRaster(image);
  const { height, width, channels, data } = image;
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    throw shapeMismatch('An image to write as PNG', {
      expected: '[height, width, 1 | 3 | 4]',
      received: [height, width, channels],
    });
  }
  return sharp(data, { raw: { height, width, channels } }).png({ compressionLevel: 6 }).toBuffer();
}
