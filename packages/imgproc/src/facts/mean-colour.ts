import type { MeanColour, Raster } from '@sprout/core';
import { colourSum } from './colour-sum.ts';

/** The mean colour of all pixels. */
export function meanColour({ channels, data }: Raster): MeanColour {
  const sum = colourSum();
  for (let at = 0; at < data.length; at += channels) sum.add(data, at, channels);
  return sum.mean();
}
