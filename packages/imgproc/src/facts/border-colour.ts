import type { MeanColour, Raster } from '@sprout/core';
import { colourSum } from './colour-sum.ts';

const SHARE = 0.04;

/** The mean colour of the border, which is 4 % of the shorter side wide, at least one pixel. */
export function borderColour({ height, width, channels, data }: Raster): MeanColour {
  const ring = Math.max(1, Math.round(SHARE * Math.min(height, width)));
  const sum = colourSum();
  for (let row = 0; row < height; row++) {
    const isWholeRow = row < ring || row >= height - ring || width <= 2 * ring;
    for (let column = 0; column < width; column++) {
      if (!isWholeRow && column === ring) column = width - ring; // skips to the border on the right
      sum.add(data, (row * width + column) * channels, channels);
    }
  }
  return sum.mean();
}
