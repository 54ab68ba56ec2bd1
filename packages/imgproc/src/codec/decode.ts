import { type ImageFormat, isSproutError, type Raster, SproutError } from '@sprout/core';
import { decodeBmp } from './decode-bmp.ts';
import { decodeGif } from './decode-gif.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePlainPng } from './decode-plain-png.ts';
import { decodeWithKernels } from './decode-with-kernels.ts';
import { decodeWithSharp, TIME_LIMIT_SECONDS } from './decode-with-sharp.ts';
import type { DecodeOptions } from './decode-options.ts';
import { firstTiffPage } from './first-tiff-page.ts';
import { FORMAT_NAMES } from './format-names.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { missingMemory } from './missing-memory.ts';
import { readHeader } from './read-header.ts';
import { unsignedTiff } from './unsigned-tiff.ts';

/** The limit of sharp: 16,383 x 16,383 pixels. */
const PIXEL_LIMIT = 268_402_689;

/**
 * Decodes an image file to RGB of 8 bits. The image is turned upright by its EXIF orientation. Of values of 16 bits the
 * upper byte is kept; grey and palettes become colours; alpha and colour profiles are ignored; only the first frame or
 * page is decoded. The format (PNG, JPEG, WebP, GIF, TIFF, BMP or AVIF) is read from the bytes, not from the name.
 *
 * The pixels are those of `cv2.imread` (OpenCV 4.12), except for images in CMYK, TIFFs with alpha, whose colours OpenCV
 * multiplies by it, TIFFs in colour of 16 bits, BMPs of 16 bits, WebPs with an EXIF orientation, which OpenCV does not turn,
 * and AVIFs, whose colours differ where they are stored at half the size. GIFs have the pixels of Pillow, which differ from
 * those of OpenCV only where a frame is transparent or smaller than its canvas. A file with an odd header is decoded
 * if its pixels are certain. An incomplete file is an error.
 *
 * With `reduceTo` the pixels of a JPEG are those of `cv2.imread` with `IMREAD_REDUCED_COLOR_2`, `_4` or `_8`. JPEGs in CMYK and
 * other formats are decoded whole.
 *
 * @param bytes The whole file. Only read.
 * @param file Its path, for the messages.
 * @returns `[height, width, 3]`, or the result of `use`.
 * @throws {SproutError} `image-refused` for any other format, for kinds of TIFF that are not read, and for an image that
 * does not fit into the free memory; `image-too-large`; or `image-undecodable` for a file that is empty, damaged or
 * incomplete. `file-unwritable` if the file that a reduced decoding needs cannot be written.
 */
export async function decode(
  bytes: Uint8Array,
  file: string,
  { pixelLimit = PIXEL_LIMIT, reduceTo, source, use = (image) => image }: DecodeOptions = {},
): Promise<Raster> {
  const header = readHeader(bytes, file);
  const { format, height, width } = header;
  if (height * width > pixelLimit) {
    throw new SproutError('image-too-large', { file, height, width, limit: pixelLimit });
  }
  const missing = missingMemory(header);
  if (missing !== undefined) throw new SproutError('image-refused', { file, reason: missing });
  const decoded = decodeWithKernels(bytes, header, { reduceTo, use });
  if (decoded !== undefined) return decoded;
  let image: Raster;
  try {
    image = await decodeFormat(bytes, header, { pixelLimit, reduceTo, source });
  } catch (cause) {
    throw undecodable(cause, file, format);
  }
  return use(image);
}

/** The error for a file, from the error of its decoder. */
function undecodable(cause: unknown, file: string, format: ImageFormat): Error {
  if (isSproutError(cause)) return cause;
  const isLate = cause instanceof Error && cause.message.startsWith('timeout');
  const reason = isLate
    ? `decoding it takes more than ${TIME_LIMIT_SECONDS} s`
    : `the ${FORMAT_NAMES[format]} data is damaged or incomplete`;
  return new SproutError('image-undecodable', { file, reason }, { cause });
}

async function decodeFormat(
  bytes: Uint8Array,
  header: ImageHeader,
  { pixelLimit, reduceTo, source }: DecodeOptions & { readonly pixelLimit: number },
): Promise<Raster> {
  switch (header.format) {
    case 'png': {
      const fast = header.plain ? await decodePlainPng(bytes, header) : undefined;
      return fast ?? decodeWithSharp(bytes, pixelLimit);
    }
    case 'jpeg':
      return decodeJpeg(bytes, header, { pixelLimit, reduceTo, source });
    case 'gif':
      return decodeGif(bytes, pixelLimit);
    case 'tiff': // its warnings are about tags
      return decodeWithSharp(unsignedTiff(firstTiffPage(bytes)), pixelLimit, 'error');
    case 'bmp':
      return decodeBmp(bytes, header);
    case 'webp':
    case 'avif':
      return decodeWithSharp(bytes, pixelLimit);
  }
}
