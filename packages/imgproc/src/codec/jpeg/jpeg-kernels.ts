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

/** Enough for a file of 20 MB. */
const MOST_KEPT = 2 ** 26;

let kernels: JpegKernels | undefined;
let code: object | undefined;
let isAvailable = true;

/** The kernels of this thread, or `undefined` where Node has no WebAssembly with vectors (SIMD). */
export function jpegKernels(): JpegKernels | undefined {
  if (kernels !== undefined || !isAvailable) return kernels;
  const binary = Buffer.from(KERNEL_BYTES, 'base64');
  isAvailable = wasm?.validate(binary) === true;
  if (wasm === undefined || !isAvailable) return undefined;
  code ??= new wasm.Module(binary);
  const memory = new wasm.Memory({ initial: 4 });
  const { exports } = new wasm.Instance(code, { env: { memory } });
  kernels = { memory, ...(exports as Exports) }; // as index.ts of the kernels exports them
  return kernels;
}

/** Gives the memory of the kernels back if a large image made it grow. Their memory cannot shrink, so the next image gets new ones. */
export function releaseLargeMemory(): void {
  if (kernels !== undefined && kernels.memory.buffer.byteLength > MOST_KEPT) kernels = undefined;
}
