import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

interface Address {
  readonly value: number;
}

/** The exports of `packages/imgproc/kernels`: its function, and the addresses of what the caller writes. */
interface Exports {
  readonly decodeJpeg: () => number;
  readonly FRAME: Address;
  readonly QUANTISERS: Address;
  readonly DEFINITIONS: Address;
  readonly SCAN: Address;
}

export interface JpegKernels extends Exports {
  readonly memory: WasmMemory;
}

let kernels: JpegKernels | undefined;
let isAvailable = true;

/** The kernels of this thread, or `undefined` where Node has no WebAssembly with vectors (SIMD). */
export function jpegKernels(): JpegKernels | undefined {
  if (kernels !== undefined || !isAvailable) return kernels;
  const binary = Buffer.from(KERNEL_BYTES, 'base64');
  isAvailable = wasm?.validate(binary) === true;
  if (wasm === undefined || !isAvailable) return undefined;
  const memory = new wasm.Memory({ initial: 2 });
  const { exports } = new wasm.Instance(new wasm.Module(binary), { env: { memory } });
  kernels = { memory, ...(exports as Exports) }; // as index.ts of the kernels exports them
  return kernels;
}
