import type { Raster } from '@sprout/core';

/** The median of each window by its definition: the window is sorted; the edge repeats. */
export function medianBySorting({ height, width, channels, data }: Raster, size: number): number[] {
  const radius = size >> 1;
  const clamp = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at));
  return Array.from(data, (_, index) => {
    const channel = index % channels;
    const column = Math.floor(index / channels) % width;
    const row = Math.floor(index / channels / width);
    const window = Array.from({ length: size * size }, (_value, at) => {
      const y = clamp(row + Math.floor(at / size) - radius, height);
      const x = clamp(column + (at % size) - radius, width);
      return data[(y * width + x) * channels + channel] ?? 0;
    });
    return window.toSorted((a, b) => a - b)[(size * size) >> 1] ?? 0;
  });
}
