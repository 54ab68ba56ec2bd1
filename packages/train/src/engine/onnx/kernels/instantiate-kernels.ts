import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

/**
 * The kernels by name. Arguments: the address of the parameters, the first part to be computed and the part after the last one, and
 * the addresses of inputs and outputs.
 */
export type Kernels = Readonly<Record<string, (...numbers: readonly number[]) => void>>;

/** The bytes that a thread's kernels have for themselves at the start of the memory, for sums for example. */
const SCRATCH_BYTES = 4096;

/** The number of threads that can run kernels on one memory. */
export const MOST_THREADS = 16;

/** The offset after the memory that the kernels of all threads have for themselves. */
export const KERNELS_END = MOST_THREADS * SCRATCH_BYTES;

const binary = Buffer.from(KERNEL_BYTES, 'base64');
let compiled: object | undefined;

/** Whether Node has WebAssembly with vectors (SIMD), and the kernels support channel blocks of this length. */
export function canRunKernels(channelBlock: number): boolean {
  return [4, 8, 16].includes(channelBlock) && wasm?.validate(binary) === true;
}

/** The compiled kernels, which can be sent to other threads. There must be WebAssembly. */
export function kernelModule(): object {
  compiled ??= new wasm!.Module(binary);
  return compiled;
}

export interface InstantiateOptions {
  readonly module?: object;
  /** The number of the thread: 0 to `MOST_THREADS - 1`, another one for each thread that runs kernels on the memory. */
  readonly thread?: number;
}

/** Instantiates the kernels of `packages/train/kernels` on a memory. */
export function instantiateKernels(
  memory: WasmMemory,
  { module = kernelModule(), thread = 0 }: InstantiateOptions = {},
): Kernels {
  const imports = { env: { memory }, scratch: { SCRATCH: thread * SCRATCH_BYTES } };
  const { exports } = new wasm!.Instance(module, imports); // there is WebAssembly, since there is a memory
  return exports as Kernels;
}
