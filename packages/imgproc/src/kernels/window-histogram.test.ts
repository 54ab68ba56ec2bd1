import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { medianBySorting } from '../../test/median-by-sorting.ts';
import { createColumnHistograms, startColumns } from './column-histograms.ts';
import { createWindowHistogram, medianRow } from './window-histogram.ts';

/** The medians of the first row of one channel; `unwritten` stays where a median is 0. */
function firstRow(image: Raster, size: number, { channel = 0, unwritten = 0 } = {}): number[] {
  const { width, channels } = image;
  const columns = createColumnHistograms(image, size);
  startColumns(columns, image, { channel, radius: size >> 1 });
  const row = new Uint8Array(width * channels).fill(unwritten);
  medianRow(createWindowHistogram(columns, size), row.subarray(channel), channels);
  return [...row];
}

const grey = (...values: number[]): Raster => ({
  height: 1,
  width: values.length,
  channels: 1,
  data: Uint8Array.from(values),
});

test('the median of a window is its middle value', () => {
  expect(firstRow(grey(9, 1, 8, 2, 7), 3)).toEqual([9, 8, 2, 7, 7]);
  expect(firstRow(grey(255, 0, 254, 255), 3)).toEqual([255, 254, 254, 255]);
});

test.each([3, 5, 7, 15])('size %d: the medians are those of the sorted windows', (size) => {
  const row = grey(...images.noise(1, 40).data.subarray(0, 40));
  const gradient = grey(...Array.from({ length: 60 }, (_, at) => at * 4));
  for (const image of [row, gradient, grey(200)]) {
    expect(firstRow(image, size)).toEqual(medianBySorting(image, size));
  }
});

test('a group of values that was not read for a while is summed anew', () => {
  const values = [1, 1, 1, 1, 90, 90, 90, 90, 90, 90, 1, 1, 1, 250, 250, 90, 90, 90];
  expect(firstRow(grey(...values), 3)).toEqual(medianBySorting(grey(...values), 3));
});

test('windows with the median 0 are not written, and those after them are right', () => {
  const values = [7, 7, 0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 0, 9, 9];
  const expected = [7, 7, 4, 4, 4, 4, 4, 5, 5, 4, 4, 4, 4, 9, 9];
  expect(firstRow(grey(...values), 3, { unwritten: 4 })).toEqual(expected);
});

test('only one channel is written', () => {
  const image = images.noise(1, 6);
  const medians = medianBySorting(image, 5);
  for (const channel of [0, 1, 2]) {
    const expected = medians.map((median, at) => (at % 3 === channel ? median : 0));
    expect(firstRow(image, 5, { channel })).toEqual(expected);
  }
});

test('a histogram serves for one row after another', () => {
  const size = 3;
  const first = grey(10, 20, 30, 40, 50);
  const second = grey(200, 0, 0, 17, 3);
  const columns = createColumnHistograms(first, size);
  const window = createWindowHistogram(columns, size);
  for (const image of [first, second, first]) {
    startColumns(columns, image, { channel: 0, radius: 1 });
    const row = new Uint8Array(5);
    medianRow(window, row, 1);
    expect([...row]).toEqual(medianBySorting(image, size));
  }
});
