import type { Raster } from '@sprout/core';
import { type Border, borderCoordinate, borderPixel } from './border.ts';
import type { PullMatrix } from './pull-matrix.ts';

/**
 * Moves the pixels of a mask, each to the nearest place: `scipy.ndimage.affine_transform(order=0)`. A constant border is 0.
 *
 * @param mask `[height, width, 1]`. Only read.
 */
export function affineNearest(mask: Raster, matrix: PullMatrix, border: Border): Raster {
  const { height, width, data } = mask;
  const result = new Uint8Array(data.length);
  for (let r = 0, to = 0; r < height; r++) {
    const rowStart = matrix.rowByRow * r + matrix.rowOffset;
    const columnStart = matrix.columnByRow * r + matrix.columnOffset;
    for (let c = 0; c < width; c++, to++) {
      const y = borderCoordinate(rowStart + matrix.rowByColumn * c, height, border);
      const x = borderCoordinate(columnStart + matrix.columnByColumn * c, width, border);
      if (border === 'constant' && (y < 0 || x < 0)) continue;
      const row = borderPixel(Math.floor(y + 0.5), height, border);
      const column = borderPixel(Math.floor(x + 0.5), width, border);
      result[to] = data[row * width + column]!;
    }
  }
  return { ...mask, data: result };
}
