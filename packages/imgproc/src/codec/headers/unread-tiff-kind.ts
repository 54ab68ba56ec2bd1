import { tiffTags } from './tiff-tags.ts';

const BITS = 258;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const SAMPLE_FORMAT = 339;
const SIGNED = 2;

const READ_BITS = [1, 2, 4, 8, 16];
/** None, CCITT (2, 3, 4, 32771), LZW, JPEG, Deflate (8, 32946), PackBits, NeXT, ThunderScan, WebP. */
const READ_COMPRESSIONS = [1, 2, 3, 4, 5, 7, 8, 32_766, 32_771, 32_773, 32_809, 32_946, 50_001];
const JPEG = 7;
/** White is zero, black is zero, RGB, palette, mask, CMYK. */
const READ_PHOTOMETRICS = [0, 1, 2, 3, 4, 5];
const YCBCR = 6;

const COMPRESSIONS: Readonly<Record<number, string>> = {
  6: 'old-style JPEG',
  33_003: 'JPEG 2000',
  33_005: 'JPEG 2000',
  34_661: 'JBIG',
  34_676: 'SGI Log',
  34_677: 'SGI Log',
  34_712: 'JPEG 2000',
  34_887: 'LERC',
  34_925: 'LZMA',
  50_000: 'Zstandard',
  50_002: 'JPEG XL',
  52_546: 'JPEG XL',
};

const PHOTOMETRICS: Readonly<Record<number, string>> = {
  6: 'YCbCr',
  8: 'CIELab',
  9: 'ICCLab',
  10: 'ITULab',
  32_803: 'colour filter array',
  32_844: 'LogL',
  32_845: 'LogLuv',
  34_892: 'linear raw',
};

const SAMPLES: Readonly<Record<number, string>> = {
  2: 'signed',
  3: 'float',
  5: 'complex signed',
  6: 'complex float',
};

/**
 * The reason why the first page of a TIFF file is not read; `undefined` if it is read. The kinds that are not read would decode
 * to wrong pixels, or not at all.
 *
 * @throws {RangeError} where the file ends within its directory.
 */
export function unreadTiffKind(bytes: Uint8Array): string | undefined {
  const tags = tiffTags(bytes);
  const compression = tags.get(COMPRESSION) ?? 1;
  if (!READ_COMPRESSIONS.includes(compression)) {
    return `TIFF with ${COMPRESSIONS[compression] ?? `unknown (${compression})`} compression is not read`;
  }
  const bits = tags.get(BITS) ?? 1;
  const format = tags.get(SAMPLE_FORMAT) ?? 1;
  const isReadAsUnsigned = format === SIGNED && (bits === 8 || bits === 16); // as OpenCV does
  const sample = isReadAsUnsigned ? undefined : SAMPLES[format];
  if (sample !== undefined) return `TIFF with ${bits}-bit ${sample} samples is not read`;
  if (!READ_BITS.includes(bits)) return `TIFF with ${bits}-bit samples is not read`;
  const photometric = tags.get(PHOTOMETRIC) ?? 0;
  if (READ_PHOTOMETRICS.includes(photometric) || (photometric === YCBCR && compression === JPEG)) {
    return undefined;
  }
  return `TIFF with ${PHOTOMETRICS[photometric] ?? `unknown (${photometric})`} pixels is not read`;
}
