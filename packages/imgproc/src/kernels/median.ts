import type { Raster } from '@sprout/core';
import { createColumnHistograms, moveColumns, startColumns } from './column-histograms.ts';
import { createWindowHistogram, medianRow, resetWindow } from './window-histogram.ts';

/** The largest window whose pixels a count of eight bits can hold. */
export const LARGEST_MEDIAN = 15;

/**
 * The median of each square window, channel by channel; the edge is repeated outwards. Equal to `cv2.medianBlur`
 * bit for bit. The time is the same for all sizes, and short where most of a window is black, as it is after a
 * colour mask: there the median is known without counting.
 *
 * @param source Only read.
 * @param size The window's side: odd, 1 to 15.
 * @returns A new raster of the same shape.
 * @see Perreault and Hébert 2007, "Median filtering in constant time".
 */
export function medianBlur(source: Raster, size: number): Raster {
  const { height, width, channels, data } = source;
  if (size === 1) return { ...source, data: data.slice() };
  const radius = size >> 1;
  const stride = width * channels;
  const columns = createColumnHistograms(source, size);
  const window = createWindowHistogram(columns, size);
  const result = new Uint8Array(data.length);
  for (let channel = 0; channel < channels; channel++) {
    startColumns(columns, source, { channel, radius });
    for (let row = 0; row < height; row++) {
      resetWindow(window);
      medianRow(window, result.subarray(row * stride + channel, (row + 1) * stride), channels);
      const leaving = Math.max(0, row - radius) * stride + channel;
      const entering = Math.min(height - 1, row + radius + 1) * stride + channel;
      moveColumns(columns, data, { leaving, entering });
    }
  }
  return { height, width, channels, data: result };
}
