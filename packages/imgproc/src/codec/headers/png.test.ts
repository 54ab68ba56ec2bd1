import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pngHeader } from './png.ts';

const hex = (...parts: string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const MAGIC = '89504e47 0d0a1a0a';
const DATA = '00000002 49444154 7801 00000000';
const END = '00000000 49454e44 ae426082';
const EXIF_6 =
  '0000001a 65584966 49492a00 08000000 0100 1201 0300 01000000 06000000 00000000 00000000';

/** The header chunk of an image of 17 rows and 23 columns. Its checksum is not read. */
const header = (bits: string, colourType: string, interlaced = '00'): string =>
  `0000000d 49484452 00000017 00000011 ${bits} ${colourType} 00 00 ${interlaced} 00000000`;
const RGB = header('08', '02');

/** A chunk of no more than 15 bytes. */
const chunk = (name: string, data: string): string =>
  `0000000${(data.length / 2).toString(16)} ${Buffer.from(name).toString('hex')} ${data} 00000000`;

test('the header is that of the first chunk', () => {
  expect(pngHeader(hex(MAGIC, RGB, DATA, END))).toEqual({
    format: 'png',
    height: 17,
    width: 23,
    bitDepth: 8,
    channels: 3,
    orientation: 1,
    plain: true,
  });
});

test.each([
  ['grey of one bit', '01', '00', { bitDepth: 1, channels: 1, plain: false }],
  ['grey with alpha', '08', '04', { bitDepth: 8, channels: 2, plain: false }],
  ['a palette', '04', '03', { bitDepth: 4, channels: 1, plain: false }],
  ['RGB of 16 bits', '10', '02', { bitDepth: 16, channels: 3, plain: false }],
  ['RGB with alpha', '08', '06', { bitDepth: 8, channels: 4, plain: false }],
  ['an unknown colour type', '08', '05', { bitDepth: 8, channels: 0, plain: false }],
])('%s', (_, bits, colourType, expected) => {
  expect(pngHeader(hex(MAGIC, header(bits, colourType), DATA, END))).toMatchObject(expected);
});

test.each([
  ['another chunk', '0000000d 49444154'],
  ['a header of another length', '0000000c 49484452'],
])('a file that begins with %s has the size 0', (_, start) => {
  const bytes = hex(MAGIC, start, '00000017 00000011 08 02 00 00 00 00000000', END);
  expect(pngHeader(bytes)).toMatchObject({ height: 0, width: 0 });
});

test('a file that ends within its header chunk cannot be read', () => {
  const bytes = hex(MAGIC, RGB);
  for (let length = 0; length < 26; length++) {
    expect(() => pngHeader(bytes.subarray(0, length))).toThrow(RangeError);
  }
  expect(pngHeader(bytes.subarray(0, 26))).toMatchObject({ height: 17, width: 23 });
});

describe('an image is plain', () => {
  const isPlain = (...chunks: string[]): boolean =>
    pngHeader(hex(MAGIC, RGB, ...chunks, DATA, END)).plain;

  test('also if it is interlaced', () => {
    expect(pngHeader(hex(MAGIC, header('08', '02', '01'), DATA, END)).plain).toBe(true);
  });

  test.each([
    ['gAMA', '0000b18f'],
    ['bKGD', '000000000000'],
    ['tEXt', '4100'],
    ['PLTE', '000000'],
  ])('also with the chunk %s', (name, data) => {
    expect(isPlain(chunk(name, data))).toBe(true);
  });

  test.each([
    ['tRNS', '000000000000'],
    ['acTL', '0000000200000000'],
    ['eXIf', ''],
    ['abCd', ''],
    ['zTXt', Buffer.from('Raw profile').toString('hex')],
  ])('but not with the chunk %s', (name, data) => {
    expect(isPlain(chunk(name, data))).toBe(false);
  });

  test('whatever follows the end of the image', () => {
    expect(pngHeader(hex(MAGIC, RGB, DATA, END, chunk('tRNS', '00'))).plain).toBe(true);
  });
});

describe('the orientation', () => {
  test('is read before and after the pixels', () => {
    const before = pngHeader(hex(MAGIC, RGB, EXIF_6, DATA, END));
    const after = pngHeader(hex(MAGIC, RGB, DATA, EXIF_6, END));
    expect([before.orientation, after.orientation]).toEqual([6, 6]);
  });

  test('is not read after the end of the image', () => {
    expect(pngHeader(hex(MAGIC, RGB, DATA, END, EXIF_6)).orientation).toBe(1);
  });

  test('is 1 where a chunk before it claims more bytes than the file has', () => {
    const endless = 'fffffff0 74455874 00000000';
    expect(pngHeader(hex(MAGIC, RGB, endless, EXIF_6)).orientation).toBe(1);
  });
});

test('the header of a file by sharp is that of the image', async () => {
  const background = { r: 9, g: 8, b: 7, alpha: 0.5 };
  const image = sharp({ create: { width: 23, height: 17, channels: 4, background } });
  const size = { height: 17, width: 23, bitDepth: 8 };
  expect(pngHeader(await image.clone().png().toBuffer())).toMatchObject({ ...size, channels: 4 });
  const rgb = await image.clone().removeAlpha().png().toBuffer();
  expect(pngHeader(rgb)).toMatchObject({ ...size, channels: 3, plain: true });
  const turned = await sharp(rgb).withMetadata({ orientation: 7 }).png().toBuffer();
  expect(pngHeader(turned)).toMatchObject({ ...size, orientation: 7, plain: false });
});
