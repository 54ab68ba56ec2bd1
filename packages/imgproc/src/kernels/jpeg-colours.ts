import type { Raster } from '@sprout/core';
import type { JpegPlanes, Plane } from './jpeg-planes.ts';

/** libjpeg repeats narrower chroma instead of filtering it. */
const LEAST_FILTERED = 3;

type Size = Pick<Raster, 'height' | 'width'>;

/**
 * RGB of planes at 4:2:0, as libjpeg decodes it: chroma is widened with the triangle filter ("fancy upsampling"), 3/4 of the nearer and
 * 1/4 of the farther sample, of rows and then of columns.
 */
export function jpegColours({ luma, blue, red }: JpegPlanes, { height, width }: Size): Raster {
  const result = new Uint8ClampedArray(3 * height * width);
  const widened = { height, width };
  const cbs = widen(blue, widened);
  const crs = widen(red, widened);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const y = luma.samples[row * luma.width + column]!;
      const cb = cbs[at / 3]! - 128;
      const cr = crs[at / 3]! - 128;
      result[at] = y + ((91881 * cr + 32768) >> 16);
      result[at + 1] = y + ((-22554 * cb - 46802 * cr + 32768) >> 16);
      result[at + 2] = y + ((116130 * cb + 32768) >> 16);
    }
  }
  return { height, width, channels: 3, data: new Uint8Array(result.buffer) };
}

function widen({ width: stride, samples }: Plane, { height, width }: Size): Uint8Array {
  const [lastRow, lastColumn] = [(height - 1) >> 1, (width - 1) >> 1];
  const result = new Uint8Array(height * width);
  const isFiltered = lastColumn + 1 >= LEAST_FILTERED;
  for (let row = 0; row < height; row++) {
    const near = (row >> 1) * stride;
    const far = stride * Math.min(lastRow, Math.max(0, (row >> 1) + ((row & 1) === 0 ? -1 : 1)));
    const sum = (column: number): number => 3 * samples[near + column]! + samples[far + column]!;
    for (let column = 0; column < width; column++) {
      const [nearest, isOdd] = [column >> 1, column & 1];
      const other = Math.min(lastColumn, Math.max(0, nearest + (isOdd === 0 ? -1 : 1)));
      result[row * width + column] = isFiltered
        ? (3 * sum(nearest) + sum(other) + 8 - isOdd) >> 4
        : samples[near + nearest]!;
    }
  }
  return result;
}
