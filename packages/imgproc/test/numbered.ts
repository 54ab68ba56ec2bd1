import type { Raster } from '@sprout/core';
import { expect } from 'vitest';

/** An image whose pixels are numbered from 1, row by row: pixel 3 is (30, 31, 32). */
export function numbered(height: number, width: number): Raster {
  const data = Uint8Array.from(
    { length: height * width * 3 },
    (_, at) => Math.floor(at / 3) * 10 + (at % 3) + 10,
  );
  return { height, width, channels: 3, data };
}

/** The numbers of the pixels, row by row. Their channels must have stayed together. */
export function numbersOf({ data }: Raster): number[] {
  return Array.from({ length: data.length / 3 }, (_, at) => {
    expect(data[at * 3 + 1]! - data[at * 3]!).toBe(1);
    expect(data[at * 3 + 2]! - data[at * 3]!).toBe(2);
    return Math.floor(data[at * 3]! / 10);
  });
}
