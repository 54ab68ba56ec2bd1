import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import {
  type ColumnHistograms,
  createColumnHistograms,
  moveColumns,
  startColumns,
} from './column-histograms.ts';

/** One of the four counts of a word. */
const countIn = (words: Int32Array, word: number, count: number): number =>
  (words[word]! >>> (8 * count)) & 255;

/** The counts of a column: of each value, of each group of 16 values, and of zeros. */
interface Counts {
  readonly fine: number[];
  readonly coarse: number[];
  readonly zeros: number;
}

function countsOf({ coarse, fine, zeros, offsets }: ColumnHistograms): Counts[] {
  return Array.from(offsets, (_, column) => ({
    fine: Array.from({ length: 256 }, (_value, value) => {
      const word = (value >> 4) * offsets.length * 4 + column * 4 + ((value >> 2) & 3);
      return countIn(fine, word, value & 3);
    }),
    coarse: Array.from({ length: 16 }, (_bin, bin) =>
      countIn(coarse, column * 4 + (bin >> 2), bin & 3),
    ),
    zeros: zeros[column]!,
  }));
}

/** The same by definition: column `n - radius - 1`, over the rows of the window; rows and columns beyond the edge repeat it. */
function naiveCounts(
  { height, width, channels, data }: Raster,
  { row, channel, size }: { row: number; channel: number; size: number },
): Counts[] {
  const radius = size >> 1;
  return Array.from({ length: width + size }, (_, column) => {
    const x = Math.min(width - 1, Math.max(0, column - radius - 1));
    const fine = Array.from({ length: 256 }, () => 0);
    for (let y = row - radius; y <= row + radius; y++) {
      const inside = Math.min(height - 1, Math.max(0, y));
      fine[data[(inside * width + x) * channels + channel]!]!++;
    }
    const coarse = Array.from({ length: 16 }, (_bin, bin) =>
      fine.slice(bin * 16, bin * 16 + 16).reduce((sum, count) => sum + count),
    );
    return { fine, coarse, zeros: fine[0]! };
  });
}

test('there is a column for each column of the image, and for those beyond the edges', () => {
  const { offsets, zeros, coarse, fine } = createColumnHistograms(images.noise(2, 4), 3);
  expect([...offsets]).toEqual([0, 0, 0, 3, 6, 9, 9]);
  expect([zeros.length, coarse.length, fine.length]).toEqual([7, 28, 448]);
});

test.each([
  ['noise', images.noise(4, 5), 3],
  ['an image that is mostly black', images.leaves(6, 6), 5],
  ['an image that is smaller than the window', images.noise(2, 1), 15],
])('the counts of %s are those of the definition, in every row', (_, image, size) => {
  const { height, width, data } = image;
  const histograms = createColumnHistograms(image, size);
  const radius = size >> 1;
  for (const channel of [2, 0]) {
    startColumns(histograms, image, { channel, radius });
    for (let row = 0; row < height; row++) {
      expect(countsOf(histograms)).toEqual(naiveCounts(image, { row, channel, size }));
      const leaving = Math.max(0, row - radius) * width * 3 + channel;
      const entering = Math.min(height - 1, row + radius + 1) * width * 3 + channel;
      moveColumns(histograms, data, { leaving, entering });
    }
  }
});

test('the largest window has 15 pixels of one value in each column', () => {
  const image = { height: 1, width: 1, channels: 1, data: Uint8Array.of(255) };
  const histograms = createColumnHistograms(image, 15);
  startColumns(histograms, image, { channel: 0, radius: 7 });
  expect(countsOf(histograms)[3]?.fine).toEqual([...Array.from({ length: 255 }, () => 0), 15]);
});
