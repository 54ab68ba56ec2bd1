import { expect, test } from 'vitest';
import { tiffOddity } from './tiff-oddity.ts';

const entry = (tag: number): string => {
  const bytes = Buffer.from('0000 0300 01000000 01000000'.replaceAll(' ', ''), 'hex');
  bytes.writeUInt16LE(tag);
  return bytes.toString('hex');
};

/** A little-endian file whose directory has these tags. */
function file(tags: readonly number[], next = '00000000'): Uint8Array {
  const count = tags.length.toString(16).padStart(2, '0');
  return Buffer.from(`49492a0008000000${count}00${tags.map(entry).join('')}${next}`, 'hex');
}

test('a usual file has none', () => {
  expect(tiffOddity(file([256, 257, 258, 274, 34_665, 34_675]))).toBeUndefined();
});

test('private tags are named, at most five', () => {
  expect(tiffOddity(file([256, 65_000]))).toBe('the private tag 65000');
  expect(tiffOddity(file([33_550, 33_922, 33_922]))).toBe('the private tags 33550, 33922');
  expect(tiffOddity(file([50_001, 50_002, 50_003, 50_004, 50_005, 50_006, 50_007]))).toBe(
    'the private tags 50001, 50002, 50003, 50004, 50005 and 2 more',
  );
});

test('further pages are named', () => {
  expect(tiffOddity(file([256], '08000000'))).toBe('further pages, which are not read');
  expect(tiffOddity(file([65_000], '08000000'))).toBe(
    'the private tag 65000; further pages, which are not read',
  );
});

test('a file that ends with its directory has none', () => {
  expect(tiffOddity(file([256], ''))).toBeUndefined();
});
