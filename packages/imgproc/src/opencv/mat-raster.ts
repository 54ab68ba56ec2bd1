import type { Raster } from '@sprout/core';
import type { Mat } from '@techstark/opencv-js';
import type { Cv } from './cv.ts';

/** A copy of an RGB raster in OpenCV's memory. The caller's to delete. */
export function toMat(cv: Cv, { height, width, data }: Raster): Mat {
  const mat = new cv.Mat(height, width, cv.CV_8UC3);
  mat.data.set(data);
  return mat;
}

/** A copy of an RGB matrix in our memory. */
export function toRaster({ rows, cols, data }: Mat): Raster {
  return { height: rows, width: cols, channels: 3, data: new Uint8Array(data) };
}
