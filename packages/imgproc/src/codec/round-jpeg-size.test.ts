import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roundJpegSize } from './round-jpeg-size.ts';
import { sniff } from './sniff.ts';

/** 17 x 23 pixels. */
const bytes = readFileSync(new URL('../../fixtures/codec/420.jpg', import.meta.url));

test.each([
  [2, 18, 24],
  [4, 20, 24],
  [8, 24, 24],
])('17 x 23 pixels become multiples of %d', (factor, height, width) => {
  const before = Uint8Array.from(bytes);
  const rounded = roundJpegSize(bytes, factor);
  expect(sniff(rounded)).toEqual({ ...sniff(bytes), height, width });
  expect(Array.from(rounded).filter((value, at) => value !== bytes[at])).toHaveLength(2);
  expect(Uint8Array.from(bytes)).toEqual(before);
});

test('a size that is a multiple is left alone', () => {
  const rounded = roundJpegSize(bytes, 8);
  expect(roundJpegSize(rounded, 8)).toBe(rounded);
  expect(roundJpegSize(bytes, 1)).toBe(bytes);
});
