import type { Raster } from '@sprout/core';
import type { Plane } from '../src/facts/plane.ts';

type Colour = readonly [red: number, green: number, blue: number];

export const black: Colour = [0, 0, 0];
export const white: Colour = [255, 255, 255];
export const soil: Colour = [120, 100, 80];
export const leaf: Colour = [60, 160, 40];

/** An image from its colours, row by row. */
export function imageOf(rows: readonly (readonly Colour[])[]): Raster {
  const data = Uint8Array.from(rows.flat(2));
  return { height: rows.length, width: rows[0]?.length ?? 0, channels: 3, data };
}

/** One channel from its values, row by row. */
export function planeOf(rows: readonly (readonly number[])[]): Plane {
  const values = Float32Array.from(rows.flat());
  return { height: rows.length, width: rows[0]?.length ?? 0, values };
}
