import type { Raster } from '@sprout/core';

/**
 * Replaces each value by its entry in a table.
 *
 * @param source Only read.
 * @param table 256 values.
 */
export function lookUp(source: Raster, table: Uint8Array): Raster {
  return { ...source, data: source.data.map((value) => table[value]!) };
}
