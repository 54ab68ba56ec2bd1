import type { Raster } from '@sprout/core';
import sharp from 'sharp';

/**
 * Encodes an image as PNG, without loss: the same pixels give the same bytes.
 *
 * @param image `[height, width, 1 | 3 | 4]`. Only read.
 */
export async function encodePng({ height, width, channels, data }: Raster): Promise<Uint8Array> {
  const raw = { height, width, channels: channels as 1 | 3 | 4 }; // other numbers are sharp's to refuse
  return sharp(data, { raw }).png({ compressionLevel: 6 }).toBuffer();
}
