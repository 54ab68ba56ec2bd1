import { expect, test } from 'vitest';
import { channelHistograms, histogramTables } from './histogram.ts';

const image = { height: 1, width: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 1, 0, 3) };

test('counts the values of each channel', () => {
  const counts = channelHistograms(image);
  expect(counts).toHaveLength(768);
  expect([counts[1], counts[256], counts[258], counts[515]]).toEqual([2, 1, 1, 2]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
});

test('makes a table of each channel, one after the other', () => {
  const tables = histogramTables(image, (counts) => Uint8Array.from(counts));
  expect([tables[1], tables[256], tables[515]]).toEqual([2, 1, 2]);
});
