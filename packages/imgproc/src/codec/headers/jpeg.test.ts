import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { jpegHeader } from './jpeg.ts';

const hex = (...parts: string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const START = 'ffd8';
const JFIF = 'ffe0 0010 4a464946 00 0101 00 0001 0001 00 00';
const FRAME = 'ffc0 0011 08 0011 0017 03 012200 021101 031101';
const SCAN = 'ffda 000c 03 0100 0211 0311 00 3f 00';
const TABLE = 'ffc4 0005 00 0011';
const size = { height: 17, width: 23 };

/** A segment with EXIF data that has only an orientation. */
const exif = (orientation: number): string =>
  `ffe1 0022 45786966 0000 49492a00 08000000 0100 1201 0300 01000000 0${orientation}000000 00000000`;

test('the header is that of the frame', () => {
  expect(jpegHeader(hex(START, JFIF, TABLE, FRAME, SCAN))).toEqual({
    format: 'jpeg',
    ...size,
    bitDepth: 8,
    channels: 3,
    orientation: 1,
    plain: false,
  });
});

test.each([
  ['progressive', 'ffc2 0011 08 0011 0017 03 012200 021101 031101', { channels: 3, bitDepth: 8 }],
  ['grey', 'ffc0 000b 08 0011 0017 01 011100', { channels: 1, bitDepth: 8 }],
  ['of 12 bits', 'ffc1 000b 0c 0011 0017 01 011100', { channels: 1, bitDepth: 12 }],
  ['with arithmetic coding', 'ffc9 000b 08 0011 0017 01 011100', { channels: 1, bitDepth: 8 }],
])('a frame may be %s', (_, frame, expected) => {
  expect(jpegHeader(hex(START, frame))).toMatchObject({ ...size, ...expected });
});

test.each([
  ['a Huffman table', TABLE],
  ['conditions of arithmetic coding', 'ffcc 0004 0011'],
  ['the reserved marker', 'ffc8 0004 0011'],
  ['a marker without a segment', 'ffd0 ff01'],
  ['fill bytes', 'ffffff'],
  ['stray bytes', '00112233'],
  ['an empty segment', 'fffe 0002'],
  ['a comment that contains a frame', `fffe 0015 ${FRAME}`],
])('the frame is found after %s', (_, before) => {
  expect(jpegHeader(hex(START, before, FRAME))).toMatchObject(size);
});

test('a file without a frame before its scan has the size 0', () => {
  expect(jpegHeader(hex(START, JFIF, SCAN, FRAME))).toMatchObject({ height: 0, width: 0 });
});

test('a file that ends before its frame cannot be read', () => {
  const bytes = hex(START, JFIF, TABLE, FRAME);
  const end = bytes.length - 9; // the components of the frame are not needed
  for (let length = 0; length < end; length++) {
    expect(() => jpegHeader(bytes.subarray(0, length))).toThrow(RangeError);
  }
  expect(jpegHeader(bytes.subarray(0, end))).toMatchObject({ ...size, channels: 3 });
});

test('a segment that is longer than the file cannot be read', () => {
  expect(() => jpegHeader(hex(START, 'ffe0 ffff', FRAME))).toThrow(RangeError);
});

describe('the oddity', () => {
  const oddityOf = (...segments: string[]): string | undefined =>
    jpegHeader(hex(START, ...segments)).oddity;

  test('is left out where the header is as it should be', () => {
    expect(oddityOf(JFIF, TABLE, FRAME, SCAN)).toBeUndefined();
  });

  test('names all that is odd', () => {
    const revision = 'ffe0 0010 4a464946 00 0201 00 0001 0001 00 00';
    const adobe = 'ffee 000e 41646f6265 0064 0000 0000 09';
    const scan = 'ffda 000c 03 0100 0211 0311 00 00 00';
    expect(oddityOf(revision, '99', adobe, FRAME, scan)).toBe(
      'the JFIF revision 2.1; 1 stray byte between two segments; the unknown Adobe colour transform 9; wrong parameters of the scan',
    );
  });

  test('names the first five and counts the rest', () => {
    const table = `99${TABLE}`;
    const stray = '1 stray byte between two segments';
    expect(oddityOf(JFIF, ...Array<string>(7).fill(table), FRAME, SCAN)).toBe(
      `${Array<string>(5).fill(stray).join('; ')}; 2 more`,
    );
  });
});

describe('the orientation', () => {
  const orientationAfter = (...segments: string[]): number =>
    jpegHeader(hex(START, ...segments, FRAME)).orientation;

  test('is that of the EXIF data', () => {
    expect([1, 3, 6, 8].map((orientation) => orientationAfter(exif(orientation)))).toEqual([
      1, 3, 6, 8,
    ]);
    expect(orientationAfter(JFIF, exif(6), TABLE)).toBe(6);
  });

  test('is not changed by segments that hold something else', () => {
    const xmp = 'ffe1 000a 68747470 3a2f2f00';
    expect(orientationAfter(xmp)).toBe(1);
    expect(orientationAfter(exif(6), xmp)).toBe(6);
    expect(orientationAfter(exif(6), 'ffe1 0002')).toBe(6);
  });

  test('is that of the first EXIF data', () => {
    expect(orientationAfter(exif(6), exif(3))).toBe(6);
    expect(orientationAfter('ffe1 0008 45786966 0000', exif(3))).toBe(1);
  });

  test('is 1 where the EXIF data are damaged', () => {
    expect(orientationAfter('ffe1 000c 45786966 0000 49492a00')).toBe(1);
    expect(orientationAfter('ffe1 0010 45786966 0000 49492a00 ffffff7f')).toBe(1);
  });
});

test('the header of a file by sharp is that of the image', async () => {
  const background = { r: 9, g: 8, b: 7 };
  const image = sharp({ create: { width: 23, height: 17, channels: 3, background } });
  const colour = await image.clone().withMetadata({ orientation: 5 }).jpeg().toBuffer();
  expect(jpegHeader(colour)).toMatchObject({ ...size, channels: 3, bitDepth: 8, orientation: 5 });
  const grey = await image.clone().toColourspace('b-w').jpeg({ progressive: true }).toBuffer();
  expect(jpegHeader(grey)).toMatchObject({ ...size, channels: 1, orientation: 1 });
});
