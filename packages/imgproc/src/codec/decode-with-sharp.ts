import type { Raster } from '@sprout/core';
import sharp from 'sharp';

/** Under the pixel limit only a malicious file takes this long. The workers of a pool have a shorter limit. */
export const TIME_LIMIT_SECONDS = 60;

/**
 * Decodes the first frame of an image file to RGB of 8 bits, upright, without alpha and without applying a colour
 * profile, as `cv2.imread` does.
 *
 * @param bytes The file, or its path, which libvips reads with the options in brackets after it.
 * @param failOn With `error`, warnings are not errors: they do not concern the pixels of all formats.
 * @throws The error of libvips where the file is damaged, incomplete, or has more than `pixelLimit` pixels. After 60 s its
 * message begins with `timeout`.
 */
export async function decodeWithSharp(
  bytes: Uint8Array | string,
  pixelLimit: number,
  failOn: 'warning' | 'error' = 'warning',
): Promise<Raster> {
  const { data, info } = await sharp(bytes, {
    ignoreIcc: true,
    limitInputPixels: pixelLimit,
    failOn,
  })
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
