import type { Raster } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';
import { polygonRuns } from './fill-polygon.ts';

export interface Shadow {
  /** Corners, as shares of the width and the height. */
  readonly points: readonly (readonly [right: number, down: number])[];
  /** The share of light that is missing, 0 to 1. */
  readonly darkness: number;
}

/** One bit of a byte for each shadow. */
export const MOST_SHADOWS = 8;

/** Darkens polygons. Where shadows overlap their light is multiplied; values are rounded once. `source` is RGB, and only read. */
export function castShadows(source: Raster, shadows: readonly Shadow[]): Raster {
  const { height, width, data } = source;
  const shaded = new Uint8Array(height * width);
  for (const [index, { points }] of shadows.entries()) {
    const corners = points.map(
      ([right, down]) => [right * (width - 1), down * (height - 1)] as const,
    );
    for (const { row, first, last } of polygonRuns(corners, height)) {
      const end = row * width + Math.min(width - 1, last);
      for (let at = row * width + Math.max(0, first); at <= end; at++)
        shaded[at] = shaded[at]! | (1 << index);
    }
  }
  const result = copyBytes(data);
  const tables = tablesOf(shadows);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 3) {
    const start = shaded[pixel]! << 8;
    if (start === 0) continue;
    result[at] = tables[start + data[at]!]!;
    result[at + 1] = tables[start + data[at + 1]!]!;
    result[at + 2] = tables[start + data[at + 2]!]!;
  }
  return { ...source, data: result };
}

/** For each set of shadows, a table of 256 values. */
function tablesOf(shadows: readonly Shadow[]): Uint8Array {
  const tables = new Uint8Array(256 << shadows.length);
  for (let set = 0; set < 1 << shadows.length; set++) {
    const light = shadows.reduce(
      (rest, { darkness }, index) => ((set >> index) & 1 ? rest * (1 - darkness) : rest),
      1,
    );
    for (let value = 0; value < 256; value++) tables[(set << 8) + value] = value * light + 0.5;
  }
  return tables;
}
