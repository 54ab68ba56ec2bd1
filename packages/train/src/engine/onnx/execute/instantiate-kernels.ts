import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

/** The kernels by name. They take the offsets of their parameters, inputs and outputs in memory. */
export type Kernels = Readonly<Record<string, (...offsets: readonly number[]) => void>>;

/** The kernels keep static data, such as sums, in the bytes of memory below this offset. */
export const KERNELS_END = 2 ** 16;

const binary = Buffer.from(KERNEL_BYTES, 'base64');
let compiled: object | undefined;

/** Whether there is WebAssembly with vectors, and the kernels have room for the sums of a channel block, in whole vectors. */
export function canRunKernels(channelBlock: number): boolean {
  return [4, 8, 16].includes(channelBlock) && wasm?.validate(binary) === true;
}

/** Loads the kernels of `packages/train/kernels` onto a memory. They are compiled once for each thread. */
export function instantiateKernels(memory: WasmMemory): Kernels {
  compiled ??= new wasm!.Module(binary); // there is WebAssembly, since there is a memory
  const { exports } = new wasm!.Instance(compiled, { env: { memory } });
  return exports as Kernels;
}
