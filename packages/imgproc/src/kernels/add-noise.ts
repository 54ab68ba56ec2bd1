import type { Raster } from '@sprout/core';
import { type AliasTables, drawFrom } from './alias-tables.ts';
import { noiseInWasm, type NoiseOptions } from './noise-in-wasm.ts';
import { noiseWords } from './noise-stream.ts';

/** Adds to each value a number that a table draws, and limits the sum to bytes. `source` is RGB, and only read. */
export function addNoise(source: Raster, table: AliasTables, options: NoiseOptions): Raster {
  const fast = noiseInWasm(source.data, table, { ...options, kernel: 'addNoise' });
  return { ...source, data: fast ?? addScalar(source.data, table, options) };
}

/** As `addNoise`, without WebAssembly. */
export function addScalar(
  data: Uint8Array,
  table: AliasTables,
  { state, perChannel }: NoiseOptions,
): Uint8Array {
  const words = noiseWords(state, data.length, perChannel);
  return new Uint8Array(
    Uint8ClampedArray.from(data, (value, at) => value + drawFrom(table, 0, words[at]!)).buffer,
  );
}
