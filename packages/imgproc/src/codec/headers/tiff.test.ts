import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { tiffHeader } from './tiff.ts';

const hex = (...parts: string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const WIDTH_23 = '0001 0300 01000000 17000000';
const HEIGHT_17 = '0101 0400 01000000 11000000';

/** A little-endian file whose directory, right after the header, has these entries. */
function littleEndian(...entries: string[]): Uint8Array {
  return hex('49492a00 08000000', `0${entries.length}00`, ...entries, '00000000');
}

describe('the header', () => {
  test('of a little-endian file is read', () => {
    const bytes = hex(
      '49492a00 08000000',
      '0500', // five entries
      WIDTH_23,
      HEIGHT_17,
      '0201 0300 03000000 4a000000', // three bit depths at 74
      '1201 0300 01000000 06000000', // orientation
      '1501 0300 01000000 03000000', // samples per pixel
      '00000000',
      '1000 1000 1000', // the bit depths
    );
    expect(tiffHeader(bytes)).toEqual({
      format: 'tiff',
      height: 17,
      width: 23,
      bitDepth: 16,
      channels: 3,
      orientation: 6,
      plain: false,
    });
  });

  test('of a big-endian file is read', () => {
    const bytes = hex(
      '4d4d002a 00000008',
      '0004',
      '0100 0004 00000001 00010001', // a width that needs 32 bits
      '0101 0003 00000001 00110000',
      '0102 0003 00000001 00080000',
      '0112 0003 00000001 00030000',
    );
    expect(tiffHeader(bytes)).toMatchObject({
      height: 17,
      width: 65_537,
      bitDepth: 8,
      orientation: 3,
    });
  });

  test('has the defaults of the format for tags that are missing', () => {
    expect(tiffHeader(littleEndian(WIDTH_23))).toMatchObject({
      height: 0,
      width: 23,
      bitDepth: 1,
      channels: 1,
      orientation: 1,
    });
  });

  test('is read from the place that the file states', () => {
    const bytes = hex('49492a00 0c000000', 'ffffffff', '0100', WIDTH_23);
    expect(tiffHeader(bytes).width).toBe(23);
  });

  test.each([
    ['of another type', '0001 0500 01000000 17000000'],
    ['without values', '0001 0300 00000000 17000000'],
    ['whose values lie outside the file', '0001 0300 03000000 ffffff7f'],
  ])('has no number for a tag %s', (_, entry) => {
    expect(tiffHeader(littleEndian(entry, HEIGHT_17))).toMatchObject({ height: 17, width: 0 });
  });

  test('has the first of two numbers that fit into the entry', () => {
    expect(tiffHeader(littleEndian('0001 0300 02000000 17000900')).width).toBe(23);
  });

  test('cannot be read from a file that ends within its directory', () => {
    const bytes = littleEndian(WIDTH_23, HEIGHT_17);
    const end = 8 + 2 + 2 * 12;
    for (let length = 0; length < end; length++) {
      expect(() => tiffHeader(bytes.subarray(0, length))).toThrow(RangeError);
    }
    expect(tiffHeader(bytes.subarray(0, end))).toMatchObject({ height: 17, width: 23 });
  });

  test('has the first of two tags that are the same', () => {
    expect(tiffHeader(littleEndian(WIDTH_23, '0001 0300 01000000 09000000')).width).toBe(23);
  });

  test('of a file by sharp is that of the image', async () => {
    const background = { r: 9, g: 8, b: 7 };
    const image = sharp({ create: { width: 23, height: 17, channels: 3, background } });
    const bytes = await image.withMetadata({ orientation: 8 }).tiff().toBuffer();
    const { height, width, channels, orientation } = tiffHeader(bytes);
    expect({ height, width, channels, orientation }).toEqual({
      height: 17,
      width: 23,
      channels: 3,
      orientation: 8,
    });
  });
});
