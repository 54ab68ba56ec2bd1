import { type ImageFormat, imageFormat } from '@sprout/core';
import { avifHeader } from './headers/avif.ts';
import { bmpHeader } from './headers/bmp.ts';
import { gifHeader } from './headers/gif.ts';
import { jpegHeader } from './headers/jpeg.ts';
import { pngHeader } from './headers/png.ts';
import { tiffHeader } from './headers/tiff.ts';
import { webpHeader } from './headers/webp.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { TooManyParts } from './headers/part-limit.ts';

const HEADERS: Readonly<Record<ImageFormat, (bytes: Uint8Array) => ImageHeader>> = {
  png: pngHeader,
  jpeg: jpegHeader,
  webp: webpHeader,
  gif: gifHeader,
  tiff: tiffHeader,
  bmp: bmpHeader,
  avif: avifHeader,
};

/**
 * Reads the header of an image file, without decoding anything.
 *
 * @param bytes The whole file, because the orientation may be stored at its end. Only read.
 * @returns `undefined` where the format is not decoded, or the header is damaged, incomplete or far too long.
 */
export function sniff(bytes: Uint8Array): ImageHeader | undefined {
  try {
    return headerOf(bytes);
  } catch (error) {
    if (error instanceof TooManyParts) return undefined;
    throw error;
  }
}

/** As `sniff`. @throws {TooManyParts} where reading the header would take too long. */
export function headerOf(bytes: Uint8Array): ImageHeader | undefined {
  const format = imageFormat(bytes);
  if (format === undefined) return undefined;
  try {
    const header = HEADERS[format](bytes);
    return header.height > 0 && header.width > 0 ? header : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the file ends within its header
    throw error;
  }
}
