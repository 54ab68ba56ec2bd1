import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../../wasm/with-pixels.ts';
import { fromPlanes, type Planes, toPlanes } from './planes.ts';

/** The planes of an image of bytes. */
export function planesOfRaster(source: Raster): Planes {
  const { height, width, channels, data } = source;
  const fast =
    channels === 3 &&
    withPixels(data, 4 * data.length, ({ kernels, source: pixels, free }) => {
      kernels.floatPlanes(pixels, height * width, free);
      return new Float32Array(kernels.memory.buffer, free, data.length).slice();
    });
  if (!fast) return toPlanes(data, { ...source, order: 'channels-last' });
  return { height, width, channels, order: 'channels-last', data: fast };
}

/** The values as bytes, limited to 0 to 255 and rounded to the nearest one. */
export function roundedPlanes(planes: Planes): Uint8Array {
  const { height, width, channels, data } = planes;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const fast =
    channels === 3 &&
    withPixels(bytes, data.length, ({ kernels, source, free }) => {
      kernels.roundPlanes(source, height * width, free);
      return bytesAt(kernels, free, data.length);
    });
  return fast || roundedScalar(planes);
}

/** As `roundedPlanes`, for any number of channels, without WebAssembly. */
export function roundedScalar(planes: Planes): Uint8Array {
  const limited = planes.data.map((value) => Math.min(255, Math.max(0, value)) + 0.5);
  return fromPlanes({ ...planes, data: limited }, 'channels-last', new Uint8Array(limited.length));
}
