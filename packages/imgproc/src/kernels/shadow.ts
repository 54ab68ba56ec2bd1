import type { Raster } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';
import { polygonRuns, type Run } from './fill-polygon.ts';

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
  const runs = shadows.map(({ points }) => {
    const corners = points.map(
      ([right, down]) => [right * (width - 1), down * (height - 1)] as const,
    );
    return polygonRuns(corners, height);
  });
  const shaded = new Uint8Array(height * width);
  for (const [index, ofShadow] of runs.entries()) {
    for (const run of ofShadow) {
      const [start, end] = rangeOf(run, width);
      for (let at = start; at < end; at++) shaded[at] = shaded[at]! | (1 << index);
    }
  }
  const result = copyBytes(data);
  const tables = tablesOf(shadows);
  for (const run of runs.flat()) {
    const [start, end] = rangeOf(run, width);
    for (let pixel = start; pixel < end; pixel++) {
      const table = shaded[pixel]! << 8;
      shaded[pixel] = 0; // done, also for other shadows: the table 0 changes nothing
      const at = 3 * pixel;
      result[at] = tables[table + result[at]!]!;
      result[at + 1] = tables[table + result[at + 1]!]!;
      result[at + 2] = tables[table + result[at + 2]!]!;
    }
  }
  return { ...source, data: result };
}

/** The pixels of a run that are within the image. */
function rangeOf({ row, first, last }: Run, width: number): readonly [start: number, end: number] {
  const start = row * width;
  return [start + Math.max(0, first), start + Math.min(width - 1, last) + 1];
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
