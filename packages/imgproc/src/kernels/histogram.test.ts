import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { imageOf } from '../../test/small-images.ts';
import { channelHistograms, countScalar, histogramTables } from './histogram.ts';

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

const side = fc.integer({ min: 1, max: 40 });

test('the counts are those of the scalar code, whatever the size', () => {
  fc.assert(
    fc.property(side, side, (height, width) => {
      const source = images.leaves(height, width);
      const counts = new Uint8Array(channelHistograms(source).buffer);
      expect(Buffer.compare(counts, new Uint8Array(countScalar(source).buffer))).toBe(0);
    }),
  );
});
