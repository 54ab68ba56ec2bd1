import { expect, test } from 'vitest';
import { imageOf } from '../../test/small-images.ts';
import { histogramTables } from './histogram.ts';

test('each channel gets a table of its own histogram', () => {
  const source = imageOf([
    [
      [0, 7, 255],
      [1, 7, 255],
    ],
  ]);
  const seen: number[][] = [];
  const tables = histogramTables(source, (counts) => {
    seen.push([0, 1, 7, 255].map((value) => counts[value]!));
    return new Uint8Array(256).fill(seen.length);
  });
  expect(seen).toEqual([
    [1, 1, 0, 0],
    [0, 0, 2, 0],
    [0, 0, 0, 2],
  ]);
  expect([0, 255, 256, 511, 512, 767].map((at) => tables[at])).toEqual([1, 1, 2, 2, 3, 3]);
});
