import { checkRaster, type Raster } from '@sprout/core';
import { checkSize } from './check-size.ts';
import { type PilCoefficients, pilCoefficients } from './pil-coefficients.ts';
import { pilFilters } from './pil-filters.ts';
import { resizeColumns, resizeRows } from './resize-pil-passes.ts';
import { resizeColumnsInWasm, resizeRowsInWasm } from './resize-pil-in-wasm.ts';
import { resizePilNearest } from './resize-pil-nearest.ts';

export type PilFilter = 'nearest' | keyof typeof pilFilters;

/** The names of `PilFilter`. */
export const PIL_FILTERS: readonly string[] = ['nearest', ...Object.keys(pilFilters)];

export interface ResizePilOptions {
  readonly height: number;
  readonly width: number;
  readonly filter: PilFilter;
}

/**
 * Resizes as `Image.resize` of Pillow 13 does, bit for bit: in one pass along the rows and one along the columns, rounded
 * to bytes in between. Up to version 12 Pillow always starts with the rows.
 *
 * @param source Any number of channels, each resized independently. Only read.
 * @returns A new raster; `source` itself where the size is the same already.
 * @throws {SproutError} `option-invalid`, `shape-mismatch`.
 * @see `ImagingResampleInner` of Pillow's `src/libImaging/Resample.c`.
 */
export function resizePil(source: Raster, { height, width, filter }: ResizePilOptions): Raster {
  checkRaster(source);
  checkSize({ height, width });
  if (height === source.height && width === source.width) return source;
  if (filter === 'nearest') return resizePilNearest(source, { height, width });
  const curve = pilFilters[filter];
  const rows = (image: Raster): Raster =>
    width === image.width ? image : rowsOf(image, pilCoefficients(image.width, width, curve));
  const columns = (image: Raster): Raster =>
    height === image.height
      ? image
      : columnsOf(image, pilCoefficients(image.height, height, curve));
  const shrink = source.height - height;
  const columnsFirst = shrink > 0 && shrink > 2 * (source.width - width);
  return columnsFirst ? rows(columns(source)) : columns(rows(source));
}

function rowsOf(image: Raster, coefficients: PilCoefficients): Raster {
  const fast = image.channels === 3 ? resizeRowsInWasm(image, coefficients) : undefined;
  return fast ?? resizeRows(image, coefficients);
}

function columnsOf(image: Raster, coefficients: PilCoefficients): Raster {
  return resizeColumnsInWasm(image, coefficients) ?? resizeColumns(image, coefficients);
}
