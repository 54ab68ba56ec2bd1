import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import type { PixelKernels } from '../wasm/pixel-kernels.ts';
import type { AliasTables } from './alias-tables.ts';

export interface NoiseOptions {
  /** Of `noiseState`. It is moved on where there is no WebAssembly, and may be used only once. */
  readonly state: Int32Array;
  /** Whether each value gets a number of its own, or each pixel one for all channels. */
  readonly perChannel: boolean;
}

const WORD_BYTES = 4 * 3072;

/** The kernels that draw from alias tables. */
export type NoiseKernel = 'addNoise' | 'drawValues';

/** The bytes that a noise kernel makes of `data`; `undefined` where Node has no WebAssembly with vectors. */
export function noiseInWasm(
  data: Uint8Array,
  { thresholds, values, bits }: AliasTables,
  { kernel, ...options }: NoiseOptions & { readonly kernel: NoiseKernel },
): Uint8Array | undefined {
  const bytes = thresholds.byteLength + values.byteLength;
  return withNoise(data, bytes, options, ({ kernels, source, tables, ...at }) => {
    new Int32Array(kernels.memory.buffer, tables).set(thresholds);
    new Int16Array(kernels.memory.buffer, tables + thresholds.byteLength).set(values);
    const { state, each, words, target } = at;
    kernels[kernel](source, data.length, state, each, tables, bits, words, target);
  });
}

/** As `noiseInWasm`, for factors of `middle + unit * word`. */
export function multiplyInWasm(
  data: Uint8Array,
  { middle, unit }: { readonly middle: number; readonly unit: number },
  options: NoiseOptions,
): Uint8Array | undefined {
  return withNoise(data, 0, options, ({ kernels, source, state, each, words, target }) => {
    kernels.multiplyNoise(source, data.length, state, each, middle, unit, words, target);
  });
}

interface NoiseMemory {
  readonly kernels: PixelKernels;
  readonly source: number;
  readonly state: number;
  readonly each: number;
  readonly tables: number;
  readonly words: number;
  readonly target: number;
}

function withNoise(
  data: Uint8Array,
  tableBytes: number,
  ...[{ state, perChannel }, use]: [NoiseOptions, (memory: NoiseMemory) => void]
): Uint8Array | undefined {
  const words = state.byteLength;
  const tables = words + WORD_BYTES;
  const target = tables + Math.ceil(tableBytes / 16) * 16;
  return withPixels(data, target + data.length, ({ kernels, source, free }) => {
    new Int32Array(kernels.memory.buffer, free, state.length).set(state);
    const each = perChannel ? 1 : 3;
    const [wordsAt, tablesAt, targetAt] = [free + words, free + tables, free + target];
    use({ kernels, source, state: free, each, tables: tablesAt, words: wordsAt, target: targetAt });
    return bytesAt(kernels, targetAt, data.length);
  });
}
