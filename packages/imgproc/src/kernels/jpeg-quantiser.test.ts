import { expect, test } from 'vitest';
import { jpegQuantisers } from './jpeg-quantiser.ts';

test('quality 50 has the tables of the standard, 100 divides by 1, and 1 by 255', () => {
  const { luma, chroma } = jpegQuantisers(50);
  expect([...luma.subarray(0, 8)]).toEqual([16, 11, 10, 16, 24, 40, 51, 61]);
  expect([...chroma.subarray(0, 8)]).toEqual([17, 18, 24, 47, 99, 99, 99, 99]);
  expect([...luma.subarray(56)]).toEqual([72, 92, 95, 98, 112, 100, 103, 99]);
  expect(new Set(jpegQuantisers(100).luma)).toEqual(new Set([1]));
  expect(new Set(jpegQuantisers(1).luma)).toEqual(new Set([255]));
});

test('other qualities scale the tables', () => {
  expect([...jpegQuantisers(75).luma.subarray(0, 4)]).toEqual([8, 6, 5, 8]);
  expect([...jpegQuantisers(30).luma.subarray(0, 4)]).toEqual([27, 18, 17, 27]);
});
