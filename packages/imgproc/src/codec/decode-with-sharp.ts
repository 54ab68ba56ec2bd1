import type { Raster } from '@sprout/core';
import sharp from 'sharp';

/** No image under the pixel limit takes nearly as long, but for one made to. A pool's workers have a shorter limit. */
export const TIME_LIMIT_SECONDS = 60;

/**
 * Decodes the first frame of an image file to RGB of 8 bits, upright, without alpha and without applying a colour
 * profile, as `cv2.imread` does.
 *
 * @throws What libvips reports, where the file is damaged, cut off, or has more than `pixelLimit` pixels; a message that begins with `timeout` after 60 s.
 */
export async function decodeWithSharp(bytes: Uint8Array, pixelLimit: number): Promise<Raster> {
  const { data, info } = await sharp(bytes, { ignoreIcc: true, limitInputPixels: pixelLimit })
    .autoOrient()
    .removeAlpha()
    .toColourspace('srgb')
    .timeout({ seconds: TIME_LIMIT_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { height, width, channels } = info;
  return {
    height,
    width,
    channels,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}
