import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

/** The kernels by name. Arguments: the offsets of parameters, inputs and outputs in memory. */
export type Kernels = Readonly<Record<string, (...offsets: readonly number[]) => void>>;

/** The offset after the static data of the kernels, such as their sums. */
export const KERNELS_END = 2 ** 16;

const binary = Buffer.from(KERNEL_BYTES, 'base64');
let compiled: object | undefined;

/** Whether Node has WebAssembly with vectors (SIMD), and the kernels support channel blocks of this length. */
export function canRunKernels(channelBlock: number): boolean {
  return [4, 8, 16].includes(channelBlock) && wasm?.validate(binary) === true;
}

/** Instantiates the kernels of `packages/train/kernels` on a memory. They are compiled once for each thread. */
export function instantiateKernels(memory: WasmMemory): Kernels {
  compiled ??= new wasm!.Module(binary); // there is WebAssembly, since there is a memory
  const { exports } = new wasm!.Instance(compiled, { env: { memory } });
  return exports as Kernels;
}
