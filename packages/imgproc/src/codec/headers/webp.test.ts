import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { webpHeader } from './webp.ts';

const hex = (...parts: string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const RIFF = '52494646 00000000 57454250'; // the length of the file is not read
const LOSSY = '56503820 0a000000 000000 9d012a 1700 1100';
const EXIF_6 = '49492a00 08000000 0100 1201 0300 01000000 06000000 00000000';
const size = { height: 17, width: 23 };

/** The chunk of an extended file, with its flags. */
const extended = (flags: string): string => `56503858 0a000000 ${flags} 000000 160000 100000`;

test('the header of a lossy file is read', () => {
  expect(webpHeader(hex(RIFF, LOSSY))).toEqual({
    format: 'webp',
    ...size,
    bitDepth: 8,
    channels: 3,
    orientation: 1,
    plain: false,
  });
});

test('the scaling beside the size of a lossy file is left out', () => {
  const scaled = '56503820 0a000000 000000 9d012a 1740 11c0';
  expect(webpHeader(hex(RIFF, scaled))).toMatchObject(size);
});

test.each([
  ['without alpha', '16000400', 3],
  ['with alpha', '16000410', 4],
])('the header of a lossless file %s is read', (_, bits, channels) => {
  expect(webpHeader(hex(RIFF, '5650384c 05000000 2f', bits))).toMatchObject({ ...size, channels });
});

test('a lossless file may have 16,384 rows and columns', () => {
  const bytes = hex(RIFF, '5650384c 05000000 2f ffffff0f');
  expect(webpHeader(bytes)).toMatchObject({ height: 16_384, width: 16_384, channels: 3 });
});

test.each([
  ['00', 3],
  ['10', 4],
  ['2c', 3], // a profile, EXIF data and XMP data
])('the header of an extended file with the flags %s is read', (flags, channels) => {
  expect(webpHeader(hex(RIFF, extended(flags)))).toMatchObject({ ...size, channels });
});

test('an extended file may have 2^24 rows and columns', () => {
  const bytes = hex(RIFF, '56503858 0a000000 00 000000 ffffff ffffff');
  expect(webpHeader(bytes)).toMatchObject({ height: 2 ** 24, width: 2 ** 24 });
});

test('a file that begins with another chunk has the size 0', () => {
  expect(webpHeader(hex(RIFF, '414e494d 00000000'))).toMatchObject({ height: 0, width: 0 });
});

test.each([
  ['lossy', LOSSY],
  ['lossless', '5650384c 05000000 2f 16000400'],
  ['extended', extended('00')],
])('a truncated %s file cannot be read', (_, chunk) => {
  const bytes = hex(RIFF, chunk);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => webpHeader(bytes.subarray(0, length))).toThrow(RangeError);
  }
});

describe('the orientation', () => {
  const orientationOf = (...chunks: string[]): number =>
    webpHeader(hex(RIFF, extended('08'), ...chunks)).orientation;

  test('is that of the EXIF data', () => {
    expect(orientationOf('45584946 1a000000', EXIF_6)).toBe(6);
  });

  test('is found behind the name that JPEG files have before EXIF data', () => {
    expect(orientationOf('45584946 20000000 45786966 0000', EXIF_6)).toBe(6);
  });

  test('is found after a chunk of an odd length, which is padded', () => {
    expect(orientationOf('414c5048 03000000 01020300', '45584946 1a000000', EXIF_6)).toBe(6);
  });

  test.each([
    ['empty EXIF data', '45584946 00000000'],
    ['a chunk that is longer than the file', `414c5048 f0ffffff 45584946 1a000000 ${EXIF_6}`],
    ['a part of a chunk', '455849'],
  ])('is 1 with %s', (_, chunk) => {
    expect(orientationOf(chunk)).toBe(1);
  });
});

test('the header of a file by sharp is that of the image', async () => {
  const background = { r: 9, g: 8, b: 7, alpha: 0.5 };
  const image = sharp({ create: { width: 23, height: 17, channels: 4, background } });
  const opaque = image.clone().removeAlpha();
  const files = await Promise.all([
    opaque.clone().webp().toBuffer(),
    opaque.clone().webp({ lossless: true }).toBuffer(),
    image.clone().webp().toBuffer(),
    opaque.clone().withMetadata({ orientation: 4 }).webp().toBuffer(),
  ]);
  expect(files.map(webpHeader)).toMatchObject([
    { ...size, channels: 3, orientation: 1 },
    { ...size, channels: 3, orientation: 1 },
    { ...size, channels: 4, orientation: 1 },
    { ...size, channels: 3, orientation: 4 },
  ]);
});
