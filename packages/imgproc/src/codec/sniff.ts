import { type ImageFormat, imageFormat } from '@sprout/core';
import { FORMAT_NAMES } from './format-names.ts';
import { avifHeader } from './headers/avif.ts';
import { bmpHeader } from './headers/bmp.ts';
import { TOO_MANY_PARTS } from './headers/check-parts.ts';
import { gifHeader } from './headers/gif.ts';
import { jpegHeader } from './headers/jpeg.ts';
import { pngHeader } from './headers/png.ts';
import { tiffHeader } from './headers/tiff.ts';
import { webpHeader } from './headers/webp.ts';
import type { ImageHeader } from './headers/image-header.ts';

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
 * @returns `undefined` where the format is not decoded, or the header is damaged or incomplete.
 */
export function sniff(bytes: Uint8Array): ImageHeader | undefined {
  const format = imageFormat(bytes);
  if (format === undefined) return undefined;
  const header = headerOf(bytes, format);
  return 'fault' in header ? undefined : header;
}

/** The header of a file of this format, or the reason why it has none. */
export function headerOf(bytes: Uint8Array, format: ImageFormat): ImageHeader | HeaderFault {
  const damaged = { fault: `the ${FORMAT_NAMES[format]} header is damaged or incomplete` };
  try {
    const header = HEADERS[format](bytes);
    return header.height > 0 && header.width > 0 ? header : damaged;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message === TOO_MANY_PARTS ? { fault: TOO_MANY_PARTS } : damaged; // or the file ends within its header
  }
}

export interface HeaderFault {
  readonly fault: string;
}
