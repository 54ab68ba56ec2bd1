import type { Raster } from '@sprout/core';
import type { Plane } from './plane.ts';

/** The luma of ITU-R BT.601, 0 to 255; a grey image stays as it is. */
export function luminance({ height, width, channels, data }: Raster): Plane {
  const values = new Float32Array(height * width);
  for (let pixel = 0, at = 0; pixel < values.length; pixel++, at += channels) {
    values[pixel] =
      channels < 3 ? data[at]! : 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  }
  return { height, width, values };
}
