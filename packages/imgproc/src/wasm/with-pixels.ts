import { copyBytes } from '../memory/result-bytes.ts';
import { growTo, pixelKernels, type PixelKernels, releaseLargeMemory } from './pixel-kernels.ts';

/** The kernels may read and write this many bytes after the pixels and the result. */
const MARGIN = 64;

export interface LentMemory {
  readonly kernels: PixelKernels;
  /** The address of the pixels. */
  readonly source: number;
  /** The address, a multiple of 16, of the free bytes after them. */
  readonly free: number;
}

/**
 * Puts pixels into the memory of the kernels, unless they lie there already, and lends that memory while `use` runs.
 *
 * @param free The number of free bytes that `use` needs. Their contents are unknown.
 * @returns `undefined` without calling `use` where there are no kernels or not enough memory.
 */
export function withPixels<T>(
  data: Uint8Array,
  free: number,
  use: (memory: LentMemory) => T,
): T | undefined {
  const kernels = pixelKernels();
  if (kernels === undefined) return undefined;
  const { memory, SCAN } = kernels;
  const isThere = lieInMemory(data);
  const source = isThere ? data.byteOffset : SCAN.value;
  const address = Math.ceil((source + data.length + MARGIN) / 16) * 16;
  try {
    if (!growTo(memory, address + free + MARGIN)) return undefined;
    if (!isThere) new Uint8Array(memory.buffer).set(data, source);
    return use({ kernels, source, free: address });
  } finally {
    releaseLargeMemory();
  }
}

/** Whether pixels lie in the memory of the kernels already. */
export function lieInMemory(data: Uint8Array): boolean {
  return data.buffer === pixelKernels()?.memory.buffer;
}

/** A copy of `length` bytes of the memory. */
export function bytesAt({ memory }: PixelKernels, address: number, length: number): Uint8Array {
  return copyBytes(new Uint8Array(memory.buffer, address, length));
}
