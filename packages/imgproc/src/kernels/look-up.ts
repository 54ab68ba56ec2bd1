import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/** The number of values of a table for one channel. */
export const TABLE_SIZE = 256;

/**
 * Replaces each value by its entry in a table.
 *
 * @param source Only read.
 * @param table 256 values for all channels, or 256 for each channel, one channel after the other.
 */
export function lookUp(source: Raster, table: Uint8Array): Raster {
  const data = source.channels === 3 ? lookUpInWasm(source.data, table) : undefined;
  return data === undefined ? lookUpScalar(source, table) : { ...source, data };
}

/** The values of `lookUp` for RGB, computed in WebAssembly. `undefined` where there is none. */
function lookUpInWasm(data: Uint8Array, table: Uint8Array): Uint8Array | undefined {
  const space = 4 * TABLE_SIZE;
  return withPixels(data, space + data.length, ({ kernels, source, free }) => {
    new Uint8Array(kernels.memory.buffer, free, table.length).set(table);
    const distance = table.length === TABLE_SIZE ? 0 : TABLE_SIZE;
    kernels.replaceValues(source, data.length, free, distance, free + space);
    return bytesAt(kernels, free + space, data.length);
  });
}

/** `lookUp` without WebAssembly. */
export function lookUpScalar(source: Raster, table: Uint8Array): Raster {
  const { channels, data } = source;
  const result = new Uint8Array(data.length);
  if (table.length === TABLE_SIZE) {
    for (let at = 0; at < data.length; at++) result[at] = table[data[at]!]!;
    return { ...source, data: result };
  }
  for (let channel = 0; channel < channels; channel++) {
    const start = channel * TABLE_SIZE;
    for (let at = channel; at < data.length; at += channels) {
      result[at] = table[start + data[at]!]!;
    }
  }
  return { ...source, data: result };
}

/** One table that does what two do one after the other. */
export function composeTables(first: Uint8Array, second: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.max(first.length, second.length));
  for (let at = 0; at < result.length; at++) {
    const value = first[at % first.length]!;
    const start = second.length === TABLE_SIZE ? 0 : at - (at % TABLE_SIZE);
    result[at] = second[start + value]!;
  }
  return result;
}
