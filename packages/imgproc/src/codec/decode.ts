import { type Raster, SproutError } from '@sprout/core';
import { decodePlainPng } from './decode-plain-png.ts';
import { decodeWithSharp, TIME_LIMIT_SECONDS } from './decode-with-sharp.ts';
import { describeBytes } from './describe-bytes.ts';
import { imageFormat } from './headers/image-format.ts';
import type { ImageFormat, ImageHeader } from './headers/image-header.ts';
import { sniff } from './sniff.ts';

export interface DecodeOptions {
  /** A file whose header claims more pixels is refused before it is decoded. 64 million by default. */
  readonly pixelLimit?: number;
}

const NAMES: Readonly<Record<ImageFormat, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  gif: 'GIF',
  tiff: 'TIFF',
};

/**
 * Decodes an image file to RGB of 8 bits. The image is turned upright by its EXIF orientation. Of values of 16 bits the
 * upper byte is kept; grey and palettes become colours; alpha and colour profiles are ignored; only the first frame or
 * page is decoded. The format (PNG, JPEG, WebP, GIF or TIFF) is read from the bytes, not from the name. The pixels are
 * those of `cv2.imread` (OpenCV 4.12), except for JPEGs in CMYK and TIFFs of 16 bits. An incomplete file is an error.
 *
 * @param bytes The whole file. Only read.
 * @param file Its path, for the messages.
 * @returns `[height, width, 3]`.
 * @throws {SproutError} `image-refused` for any other format, `image-too-large`, or `image-undecodable` for a file
 * that is empty, damaged or incomplete.
 */
export async function decode(
  bytes: Uint8Array,
  file: string,
  { pixelLimit = 64e6 }: DecodeOptions = {},
): Promise<Raster> {
  const header = readHeader(bytes, file);
  const { format, height, width, plain } = header;
  if (height * width > pixelLimit) {
    throw new SproutError('image-too-large', { file, height, width, limit: pixelLimit });
  }
  const fast = format === 'png' && plain ? await decodePlainPng(bytes, header) : undefined;
  if (fast !== undefined) return fast;
  try {
    return await decodeWithSharp(bytes, pixelLimit);
  } catch (cause) {
    const isLate = cause instanceof Error && cause.message.startsWith('timeout');
    const reason = isLate
      ? `decoding it takes more than ${TIME_LIMIT_SECONDS} s`
      : `the ${NAMES[format]} data is damaged or incomplete`;
    throw new SproutError('image-undecodable', { file, reason }, { cause });
  }
}

function readHeader(bytes: Uint8Array, file: string): ImageHeader {
  if (bytes.length === 0) {
    throw new SproutError('image-undecodable', { file, reason: 'the file is empty' });
  }
  const format = imageFormat(bytes);
  if (format === undefined) {
    const reason = `it is ${describeBytes(bytes)}, and only ${Object.values(NAMES).join(', ')} are read`;
    throw new SproutError('image-refused', { file, reason });
  }
  const header = sniff(bytes);
  if (header === undefined) {
    const reason = `the ${NAMES[format]} header is damaged or incomplete`;
    throw new SproutError('image-undecodable', { file, reason });
  }
  return header;
}
