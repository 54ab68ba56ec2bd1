import type { Raster } from '@sprout/core';
import { type Border, borderIndex } from './border.ts';
import { type RemapOptions, STEPS } from './points.ts';
import { remapInWasm } from './remap-in-wasm.ts';

/**
 * Resamples an image bilinearly at any points, in whole numbers: `cv2.remap` with `INTER_LINEAR`, bit for bit for the same points. A constant
 * border is black, and blends with the edge.
 *
 * @param source Only read.
 * @returns A new raster of the same size.
 */
export function remap(source: Raster, options: RemapOptions): Raster {
  const fast = source.channels === 3 ? remapInWasm(source, options) : undefined;
  return fast === undefined ? remapScalar(source, options) : { ...source, data: fast };
}

/** As `remap`, for any number of channels, without WebAssembly. */
export function remapScalar(source: Raster, { pointsOf, border }: RemapOptions): Raster {
  const { height, width, channels, data } = source;
  const result = new Uint8Array(data.length);
  const x = new Int32Array(width);
  const y = new Int32Array(width);
  const at = new Int32Array(4);
  const stride = width * channels;
  for (let row = 0, to = 0; row < height; row++) {
    pointsOf(row, x, y);
    for (let column = 0; column < width; column++, to += channels) {
      const left = x[column]! >> 5;
      const top = y[column]! >> 5;
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        locate(at, source, { left, top, border });
      } else {
        const corner = top * stride + left * channels;
        at[0] = corner;
        at[1] = corner + channels;
        at[2] = corner + stride;
        at[3] = corner + stride + channels;
      }
      const right = x[column]! & (STEPS - 1);
      const down = y[column]! & (STEPS - 1);
      for (let channel = 0; channel < channels; channel++) {
        const above = blend(valueAt(data, at[0]!, channel), valueAt(data, at[1]!, channel), right);
        const below = blend(valueAt(data, at[2]!, channel), valueAt(data, at[3]!, channel), right);
        result[to + channel] = (blend(above, below, down) + 512) >> 10;
      }
    }
  }
  return { ...source, data: result };
}

/**
 * Moves the pixels of a mask to the nearest of the same points. A constant border is 0.
 *
 * @param mask `[height, width, 1]`. Only read.
 */
export function remapNearest(mask: Raster, { pointsOf, border }: RemapOptions): Raster {
  const { height, width, data } = mask;
  const result = new Uint8Array(data.length);
  const x = new Int32Array(width);
  const y = new Int32Array(width);
  for (let row = 0; row < height; row++) {
    pointsOf(row, x, y);
    for (let column = 0; column < width; column++) {
      const left = borderIndex((x[column]! + STEPS / 2) >> 5, width, border);
      const top = borderIndex((y[column]! + STEPS / 2) >> 5, height, border);
      if (left >= 0 && top >= 0) result[row * width + column] = data[top * width + left]!;
    }
  }
  return { ...mask, data: result };
}

interface Corner {
  readonly left: number;
  readonly top: number;
  readonly border: Border;
}

/** Finds the four pixels around a point at the edge: -1 for those in a constant border. */
function locate(
  at: Int32Array,
  { height, width, channels }: Raster,
  { left, top, border }: Corner,
): void {
  const x0 = borderIndex(left, width, border);
  const x1 = borderIndex(left + 1, width, border);
  const y0 = borderIndex(top, height, border);
  const y1 = borderIndex(top + 1, height, border);
  at[0] = y0 < 0 || x0 < 0 ? -1 : (y0 * width + x0) * channels;
  at[1] = y0 < 0 || x1 < 0 ? -1 : (y0 * width + x1) * channels;
  at[2] = y1 < 0 || x0 < 0 ? -1 : (y1 * width + x0) * channels;
  at[3] = y1 < 0 || x1 < 0 ? -1 : (y1 * width + x1) * channels;
}

function valueAt(data: Uint8Array, at: number, channel: number): number {
  return at < 0 ? 0 : data[at + channel]!;
}

/** 32 times the value that lies `steps` between two. */
function blend(first: number, second: number, steps: number): number {
  return first * (STEPS - steps) + second * steps;
}
