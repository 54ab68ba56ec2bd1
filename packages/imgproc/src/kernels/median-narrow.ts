import type { Raster } from '@sprout/core';
import { createColumnHistograms, moveColumns, startColumns } from './column-histograms.ts';
import { createWindowHistogram, medianRow } from './window-histogram.ts';

/**
 * The median of windows of at most 255 pixels, size 3 to 15.
 *
 * @returns The pixels, as many as those of `source`.
 */
export function medianNarrow(source: Raster, size: number): Uint8Array {
  const { height, width, channels, data } = source;
  const radius = size >> 1;
  const stride = width * channels;
  const columns = createColumnHistograms(source, size);
  const window = createWindowHistogram(columns, size);
  const result = new Uint8Array(data.length);
  for (let channel = 0; channel < channels; channel++) {
    startColumns(columns, source, { channel, radius });
    for (let row = 0; row < height; row++) {
      medianRow(window, result.subarray(row * stride + channel, (row + 1) * stride), channels);
      const leaving = Math.max(0, row - radius) * stride + channel;
      const entering = Math.min(height - 1, row + radius + 1) * stride + channel;
      moveColumns(columns, data, { leaving, entering });
    }
  }
  return result;
}
