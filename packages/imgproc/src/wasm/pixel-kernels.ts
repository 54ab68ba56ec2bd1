import { KERNEL_BYTES } from './kernel-bytes.ts';
import { wasm, type WasmMemory } from './web-assembly.ts';

interface Address {
  readonly value: number;
}

/** The exports of `packages/imgproc/kernels`: its functions, and the addresses of what the caller of `decodeJpeg` writes. */
interface Exports {
  readonly decodeJpeg: () => number;
  readonly FRAME: Address;
  readonly QUANTISERS: Address;
  readonly DEFINITIONS: Address;
  /** The memory from here on is free, except while `decodeJpeg` or `recompressJpeg` runs. */
  readonly SCAN: Address;
  /** The parameters of the functions below are documented there. */
  readonly resizeLinear: KernelFunction;
  readonly resizeRows: KernelFunction;
  readonly resizeColumns: KernelFunction;
  readonly weighRows: KernelFunction;
  readonly weighColumns: KernelFunction;
  readonly sumColumns: KernelFunction;
  readonly addNoise: KernelFunction;
  readonly drawValues: KernelFunction;
  readonly philox: KernelFunction;
  readonly multiplyNoise: KernelFunction;
  readonly recompressJpeg: (source: number, tables: number, lines: number) => number;
  readonly convolve: KernelFunction;
  readonly affine: KernelFunction;
  readonly remapRow: KernelFunction;
  readonly displacePoints: KernelFunction;
  readonly projectPoints: KernelFunction;
  readonly reverseRows: KernelFunction;
  readonly gatherPixels: KernelFunction;
  readonly replaceValues: KernelFunction;
  readonly changeValues: KernelFunction;
  readonly saturate: KernelFunction;
  readonly sumAcross: KernelFunction;
  readonly sumDown: KernelFunction;
  readonly pickNumbers: KernelFunction;
  readonly betweenColumns: KernelFunction;
  readonly shiftHsv: KernelFunction;
  readonly turnHue: KernelFunction;
  readonly labOf: KernelFunction;
  readonly rgbOf: KernelFunction;
  readonly interpolateTables: KernelFunction;
  readonly tileTables: KernelFunction;
  readonly filterThree: KernelFunction;
  readonly sharpness: KernelFunction;
  readonly medianCounted: KernelFunction;
  readonly medianThree: KernelFunction;
  readonly medianFive: KernelFunction;
  readonly grayscale: KernelFunction;
  readonly sumLuminance: (source: number, length: number) => number;
  readonly countValues: KernelFunction;
  readonly pickPixels: KernelFunction;
  readonly mirrorEdges: KernelFunction;
  readonly copyRows: KernelFunction;
  readonly reorderChannels: KernelFunction;
  readonly addValues: KernelFunction;
  readonly floatPlanes: KernelFunction;
  readonly roundPlanes: KernelFunction;
  readonly filterSplines: KernelFunction;
  readonly resampleSplines: KernelFunction;
}

type KernelFunction = (...parameters: readonly number[]) => void;

export interface PixelKernels extends Exports {
  readonly memory: WasmMemory;
}

const PAGE = 65_536;
/** Enough for a file of 20 MB. */
const MOST_KEPT = 2 ** 26;

let kernels: PixelKernels | undefined;
let code: object | undefined;
let isAvailable = true;

/** The kernels of this thread, or `undefined` where there is no WebAssembly with vectors (SIMD). */
export function pixelKernels(): PixelKernels | undefined {
  if (kernels !== undefined || !isAvailable) return kernels;
  const binary = Uint8Array.from(atob(KERNEL_BYTES), (character) => character.charCodeAt(0)); // a page has no Buffer
  isAvailable = wasm?.validate(binary) === true;
  if (wasm === undefined || !isAvailable) return undefined;
  code ??= new wasm.Module(binary);
  const memory = new wasm.Memory({ initial: 4 });
  const { exports } = new wasm.Instance(code, { env: { memory } });
  kernels = { memory, ...(exports as Exports) }; // as index.ts of the kernels exports them
  return kernels;
}

/** Drops the kernels if a large image made their memory grow. It cannot shrink, so the next image gets new kernels. */
export function releaseLargeMemory(): void {
  if (kernels !== undefined && kernels.memory.buffer.byteLength > MOST_KEPT) kernels = undefined;
}

/** Makes the memory at least as long as `length` bytes. Views of it are detached if it grows. Returns whether it could. */
export function growTo(memory: WasmMemory, length: number): boolean {
  const missing = length - memory.buffer.byteLength;
  try {
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
