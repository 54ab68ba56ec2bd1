import type { Raster } from '@sprout/core';
import type { Mat } from '@techstark/opencv-js';
import type { Cv } from './cv.ts';

/** Copies an RGB raster into OpenCV's memory. The caller deletes the result. */
export function toMat(cv: Cv, { height, width, data }: Raster): Mat {
  const mat = new cv.Mat(height, width, cv.CV_8UC3);
  mat.data.set(data);
  return mat;
}

/** Copies an RGB matrix out of OpenCV's memory. */
export function toRaster({ rows, cols, data }: Mat): Raster {
  return { height: rows, width: cols, channels: 3, data: new Uint8Array(data) };
}
