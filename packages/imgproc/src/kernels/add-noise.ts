import type { Raster } from '@sprout/core';

export interface NoiseOptions {
  /** Of mean 0 and deviation 1: one number for each pixel, or one for each value. */
  readonly normals: Float64Array;
  /** In grey levels. */
  readonly mean: number;
  readonly deviation: number;
}

const { fround } = Math;
/** A number that is added to it and taken away again is rounded to a whole one, half to even. */
const ROUNDED = 1.5 * 2 ** 52;

/**
 * Adds normal noise. The noise is computed in single precision and rounded to whole numbers, half to even; the sums are limited to
 * 0 to 255. As imgaug 0.4.0.
 *
 * @param source Only read.
 */
export function addNoise(source: Raster, { normals, mean, deviation }: NoiseOptions): Raster {
  const { channels, data } = source;
  const result = new Uint8ClampedArray(data.length);
  if (normals.length === data.length) {
    for (let at = 0; at < data.length; at++) {
      const noise = fround(mean + deviation * normals[at]!);
      result[at] = data[at]! + (noise + ROUNDED - ROUNDED);
    }
  } else {
    for (let pixel = 0, at = 0; pixel < normals.length; pixel++) {
      const noise = fround(mean + deviation * normals[pixel]!) + ROUNDED - ROUNDED;
      for (let channel = 0; channel < channels; channel++, at++) result[at] = data[at]! + noise;
    }
  }
  return { ...source, data: new Uint8Array(result.buffer) };
}
