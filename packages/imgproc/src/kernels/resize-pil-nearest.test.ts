import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { resizePilNearest } from './resize-pil-nearest.ts';

/** The positions of the pixels that a row of pixels is made of. */
function positions(from: number, to: number): number[] {
  const data = Uint8Array.from({ length: from }, (_, at) => at);
  const row: Raster = { height: 1, width: from, channels: 1, data };
  return [...resizePilNearest(row, { height: 1, width: to }).data];
}

test.each([
  [4, 2, [1, 3]],
  [2, 4, [0, 0, 1, 1]],
  [5, 3, [0, 2, 4]],
  [3, 5, [0, 0, 1, 2, 2]],
  [7, 1, [3]],
  [1, 3, [0, 0, 0]],
  [3, 3, [0, 1, 2]],
])('from %d to %d pixels: the pixels at the centres', (from, to, expected) => {
  expect(positions(from, to)).toEqual(expected);
});

test('every position lies in the image, and none lies before the one on its left', () => {
  for (let from = 1; from <= 40; from++) {
    for (let to = 1; to <= 40; to++) {
      const found = positions(from, to);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found[0]).toBeGreaterThanOrEqual(0);
      expect(found.at(-1)).toBeLessThan(from);
    }
  }
});

test('rows and columns are chosen independently, and channels stay together', () => {
  const result = resizePilNearest(numbered(2, 4), { height: 4, width: 2 });
  expect([result.height, result.width, result.channels]).toEqual([4, 2, 3]);
  expect(numbersOf(result)).toEqual([2, 4, 2, 4, 6, 8, 6, 8]);
});

test('the result has memory of its own', () => {
  const source = numbered(2, 2);
  const result = resizePilNearest(source, { height: 2, width: 2 });
  expect(result).toEqual(source);
  result.data.fill(0);
  expect(source).toEqual(numbered(2, 2));
});
