import type { Raster } from '@sprout/core';
import { encodePng } from '@sprout/imgproc';
import type { Tile } from '@sprout/viz';

/** An image as a tile of a contact sheet, with the texts below it. */
export async function tileOf(
  raster: Raster,
  texts: Pick<Tile, 'caption' | 'note' | 'lines'> = {},
): Promise<Tile> {
  const { height, width } = raster;
  return { png: await encodePng(raster), height, width, ...texts };
}
