import type { Raster } from '@sprout/core';
import { multiplyInWasm, type NoiseOptions } from './noise-in-wasm.ts';
import { noiseWords } from './noise-stream.ts';

export interface MultiplyNoiseOptions extends NoiseOptions {
  /** From 0 on. */
  readonly low: number;
  readonly high: number;
}

/**
 * Multiplies each value by a factor, uniform from `low` to `high`, in single precision, rounds once and limits to bytes. `source` is
 * RGB, and only read.
 */
export function multiplyNoise(source: Raster, options: MultiplyNoiseOptions): Raster {
  const fast = multiplyInWasm(source.data, factorsOf(options), options);
  return { ...source, data: fast ?? multiplyScalar(source.data, options) };
}

/** As `multiplyNoise`, without WebAssembly. */
export function multiplyScalar(data: Uint8Array, options: MultiplyNoiseOptions): Uint8Array {
  const { middle, unit } = factorsOf(options);
  const words = noiseWords(options.state, data.length, options.perChannel);
  const { fround } = Math;
  return data.map((value, at) => {
    const factor = fround(fround(fround(words[at]!) * unit) + middle);
    return Math.min(255, Math.trunc(fround(fround(value * factor) + 0.5)));
  });
}

/** The words are signed. */
function factorsOf({ low, high }: MultiplyNoiseOptions): { middle: number; unit: number } {
  return { middle: Math.fround((low + high) / 2), unit: Math.fround((high - low) / 2 ** 32) };
}
