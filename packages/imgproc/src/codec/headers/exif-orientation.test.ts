import { describe, expect, test } from 'vitest';
import { exifOrientation } from './exif-orientation.ts';

const hex = (...parts: string[]): Uint8Array =>
  Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const WIDTH_23 = '0001 0300 01000000 17000000';

/** A little-endian file whose directory, right after the header, has these entries. */
function littleEndian(...entries: string[]): Uint8Array {
  return hex('49492a00 08000000', `0${entries.length}00`, ...entries, '00000000');
}

describe('the orientation of EXIF data', () => {
  const orientation = (value: string): Uint8Array =>
    littleEndian(`1201 0300 01000000 ${value}0000`);

  test.each([
    ['0100', 1],
    ['0800', 8],
    ['0000', 1],
    ['0900', 1],
    ['ffff', 1],
  ])('%s is %d', (value, expected) => {
    expect(exifOrientation(orientation(value))).toBe(expected);
  });

  test('is 1 without a tag for it', () => {
    expect(exifOrientation(littleEndian(WIDTH_23))).toBe(1);
  });

  test('is 1 in data that ends too early', () => {
    const bytes = orientation('0600');
    expect(exifOrientation(bytes)).toBe(6);
    for (let length = 0; length < 22; length++) {
      expect(exifOrientation(bytes.subarray(0, length))).toBe(1);
    }
  });

  const SIX = '1201 0300 01000000 06000000';
  const THREE = '1201 0300 01000000 03000000';

  test('is that of the first tag for it', () => {
    expect(exifOrientation(littleEndian(SIX, THREE))).toBe(6);
    expect(exifOrientation(littleEndian('1201 0300 01000000 09000000', THREE))).toBe(1);
    expect(exifOrientation(littleEndian('1201 0700 01000000 06000000', THREE))).toBe(1);
  });

  test('is read before the directory claims more entries than there are', () => {
    expect(exifOrientation(hex('49492a00 08000000', 'ff00', SIX))).toBe(6);
  });

  test.each([
    ['BYTE', '01', 6],
    ['ASCII', '02', 1],
    ['LONG', '04', 6],
    ['RATIONAL', '05', 1],
    ['SBYTE', '06', 6],
    ['UNDEFINED', '07', 1],
    ['SSHORT', '08', 6],
    ['SLONG', '09', 6],
    ['FLOAT', '0b', 1],
  ])('of the type %s is read as libvips does', (_, type, expected) => {
    expect(exifOrientation(littleEndian(`1201 ${type}00 01000000 06000000`))).toBe(expected);
  });

  test.each(['58582a00', '494d2a00', '49492b00'])('is 1 in data that begin with %s', (start) => {
    expect(exifOrientation(hex(start, '08000000', '0100', SIX, '00000000'))).toBe(1);
  });
});
