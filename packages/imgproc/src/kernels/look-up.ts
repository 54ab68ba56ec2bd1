import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { type ValueChange, valueChange } from './value-change.ts';

/** The number of values of a table for one channel. */
export const TABLE_SIZE = 256;
/** The least multiple of the 3 bytes of a pixel and the 16 bytes of a vector. */
const PERIOD = 48;
/** The memory for tables or operands before the result. */
const SPACE = 4 * TABLE_SIZE;

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
  const changes = changesOf(table);
  const operands = changes === undefined ? table : operandsOf(changes);
  return withPixels(data, SPACE + data.length, ({ kernels, source, free }) => {
    const target = free + SPACE;
    new Uint8Array(kernels.memory.buffer, free, operands.length).set(operands);
    if (changes === undefined) {
      const distance = table.length === TABLE_SIZE ? 0 : TABLE_SIZE;
      kernels.replaceValues(source, data.length, free, distance, target);
    } else kernels.changeValues(source, data.length, free, target);
    return bytesAt(kernels, target, data.length);
  });
}

/** The change of each channel, or one for all channels; `undefined` if a table makes no such change. */
function changesOf(table: Uint8Array): readonly ValueChange[] | undefined {
  const changes: ValueChange[] = [];
  for (let start = 0; start < table.length; start += TABLE_SIZE) {
    const change = valueChange(table.subarray(start, start + TABLE_SIZE));
    if (change === undefined) return undefined;
    changes.push(change);
  }
  return changes;
}

/** The operands of the kernel `changeValues`. */
function operandsOf(changes: readonly ValueChange[]): Uint8Array {
  const operands = new Uint8Array(5 * PERIOD);
  for (let at = 0; at < PERIOD; at++) {
    const { added, mask, inverted } = changes[at % changes.length]!;
    operands[at] = Math.max(0, added);
    operands[PERIOD + at] = Math.max(0, -added);
    operands[2 * PERIOD + at] = mask;
    operands[3 * PERIOD + at] = Math.min(255, inverted);
    operands[4 * PERIOD + at] = inverted > 255 ? 0 : 255;
  }
  return operands;
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
