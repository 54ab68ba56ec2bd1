import type { Raster } from '@sprout/core';
import { toMat, toRaster } from './mat-raster.ts';
import { type OpenCvUse, withMats } from './with-mats.ts';

export type CvInterpolation = 'INTER_LINEAR' | 'INTER_NEAREST' | 'INTER_AREA' | 'INTER_LANCZOS4';

export interface ResizeCvOptions {
  readonly height: number;
  readonly width: number;
  readonly interpolation: CvInterpolation;
}

/** `cv2.resize` of an RGB image. `source` is only read, and returned where it has the size already. */
export function resizeCv(
  source: Raster,
  { height, width, interpolation }: ResizeCvOptions,
  tools: OpenCvUse,
): Raster {
  if (source.height === height && source.width === width) return source;
  return withMats(tools, ({ cv, own }) => {
    const from = own(toMat(cv, source));
    const to = own(new cv.Mat());
    cv.resize(from, to, new cv.Size(width, height), 0, 0, cv[interpolation]);
    return toRaster(to);
  });
}
