import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import type { PixelKernels } from '../wasm/pixel-kernels.ts';
import type { AliasTables } from './alias-tables.ts';
import { VALUES_IN_BLOCK } from './noise-stream.ts';

export interface NoiseOptions {
  /** Made by `noiseState`. May be used only once: without WebAssembly, its numbers change. */
  readonly state: Int32Array;
  /** Whether each value gets a number of its own, or each pixel one for all channels. */
  readonly perChannel: boolean;
}

const WORD_BYTES = 4 * VALUES_IN_BLOCK;

/** The kernels that draw from alias tables. */
export type NoiseKernel = 'addNoise' | 'drawValues';

/** The bytes that a noise kernel makes of `data`; `undefined` where Node has no WebAssembly with vectors. */
export function noiseInWasm(
  data: Uint8Array,
  { thresholds, values, bits }: AliasTables,
  { kernel, ...options }: NoiseOptions & { readonly kernel: NoiseKernel },
): Uint8Array | undefined {
  const tableBytes = thresholds.byteLength + values.byteLength;
  return withNoise(data, { ...options, tableBytes }, (memory) => {
    const { kernels, source, state, each, tables, words, target } = memory;
    new Int32Array(kernels.memory.buffer, tables).set(thresholds);
    new Int16Array(kernels.memory.buffer, tables + thresholds.byteLength).set(values);
    kernels[kernel](source, data.length, state, each, tables, bits, words, target);
  });
}

/** As `noiseInWasm`, for factors of `middle + unit * word`. */
export function multiplyInWasm(
  data: Uint8Array,
  { middle, unit }: { readonly middle: number; readonly unit: number },
  options: NoiseOptions,
): Uint8Array | undefined {
  return withNoise(data, { ...options, tableBytes: 0 }, (memory) => {
    const { kernels, source, state, each, words, target } = memory;
    kernels.multiplyNoise(source, data.length, state, each, middle, unit, words, target);
  });
}

/** The kernels, and the addresses of their parameters. */
interface NoiseMemory {
  readonly kernels: PixelKernels;
  readonly source: number;
  readonly state: number;
  /** The number of values that share a word. */
  readonly each: number;
  readonly tables: number;
  readonly words: number;
  readonly target: number;
}

function withNoise(
  data: Uint8Array,
  { state, perChannel, tableBytes }: NoiseOptions & { readonly tableBytes: number },
  use: (memory: NoiseMemory) => void,
): Uint8Array | undefined {
  const ofTables = state.byteLength + WORD_BYTES;
  const ofTarget = ofTables + Math.ceil(tableBytes / 16) * 16;
  return withPixels(data, ofTarget + data.length, ({ kernels, source, free }) => {
    new Int32Array(kernels.memory.buffer, free, state.length).set(state);
    const each = perChannel ? 1 : 3;
    const words = free + state.byteLength;
    const [tables, target] = [free + ofTables, free + ofTarget];
    use({ kernels, source, state: free, each, tables, words, target });
    return bytesAt(kernels, target, data.length);
  });
}
