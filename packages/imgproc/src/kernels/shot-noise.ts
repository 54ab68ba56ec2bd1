import type { Raster } from '@sprout/core';
import { type AliasTables, drawFrom, emptyAliasTables, fillAliasTable } from './alias-tables.ts';
import { noiseInWasm } from './noise-in-wasm.ts';
import { noiseWords } from './noise-stream.ts';
import { poisson } from './poisson.ts';

const LEVELS = 256;
/** The light of a display is a value to this power. */
const GAMMA = 2.2;
/** Added to the mean number of steps, as in albumentations. */
const LEAST = 1e-6;

/**
 * For each byte, the table that draws its value under shot noise: light arrives in whole steps of `scale` of white, and their number has
 * a Poisson distribution.
 */
export function shotTables(scale: number): AliasTables {
  const steps = Math.ceil(1 / scale);
  const values = Uint8ClampedArray.from({ length: steps + 1 }, (_, count) =>
    bytesOfLight(count * scale),
  );
  const bits = Math.max(1, Math.ceil(Math.log2(steps + 1)));
  const tables = emptyAliasTables(LEVELS, bits);
  const valueAt = (count: number) => values[Math.min(count, steps)]!;
  for (let level = 0; level < LEVELS; level++) {
    const mean = (level / 255) ** GAMMA / scale + LEAST;
    fillAliasTable(tables, level, { probabilities: poisson(mean, steps), valueAt });
  }
  return tables;
}

function bytesOfLight(light: number): number {
  return 255 * Math.min(1, light) ** (1 / GAMMA);
}

/** Replaces each value by one that its table draws. `source` is only read. */
export function shotNoise(source: Raster, tables: AliasTables, state: Int32Array): Raster {
  const options = { state, perChannel: true };
  const fast = noiseInWasm(source.data, tables, { ...options, kernel: 'drawValues' });
  return { ...source, data: fast ?? shotScalar(source.data, tables, state) };
}

/** As `shotNoise`, without WebAssembly. */
export function shotScalar(data: Uint8Array, tables: AliasTables, state: Int32Array): Uint8Array {
  const words = noiseWords(state, data.length, true);
  return data.map((level, at) => drawFrom(tables, level, words[at]!));
}
