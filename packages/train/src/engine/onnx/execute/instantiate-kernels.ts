import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

/** The kernels by name: addresses in, results in memory. */
export type Kernels = Readonly<Record<string, (...addresses: readonly number[]) => void>>;

/** What lies below belongs to the kernels: sums, slopes. */
export const KERNELS_END = 2 ** 16;

const binary = Buffer.from(KERNEL_BYTES, 'base64');
let compiled: object | undefined;

/** Whether WebAssembly is here, with vectors, and kernels have room for the sums of so many channels in whole vectors. */
export function canRunKernels(channelBlock: number): boolean {
  return [4, 8, 16].includes(channelBlock) && wasm?.validate(binary) === true;
}

/** The kernels of `packages/train/kernels` on a memory. */
export function instantiateKernels(memory: WasmMemory): Kernels {
  compiled ??= new wasm!.Module(binary); // there is a memory of its kind
  const { exports } = new wasm!.Instance(compiled, { env: { memory } });
  return exports as Kernels;
}
