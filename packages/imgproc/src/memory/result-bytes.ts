import type { Raster } from '@sprout/core';

/** The most buffers that are kept for further images. */
const MOST_KEPT = 4;
/** Larger buffers are not kept. */
const MOST_BYTES = 2 ** 22;

/** A kept buffer is used for an array of at least this share of its length. */
const LEAST_SHARE = 0.5;

/** The buffers of released arrays, the newest last. */
const kept: ArrayBuffer[] = [];
/** The arrays that may be released. */
const inUse = new WeakSet<Uint8Array>();

/**
 * An array for the pixels of a result, with any contents; its buffer may be longer. The array belongs to the caller. Its memory is used again
 * after `releaseBytes`: the first write to new memory takes several times as long as a write to memory in the cache of the processor.
 */
export function newBytes(length: number): Uint8Array {
  const data = takeKept(length) ?? new Uint8Array(length);
  if (length <= MOST_BYTES) inUse.add(data);
  return data;
}

/** A copy of an array, as `newBytes`. */
export function copyBytes(source: Uint8Array): Uint8Array {
  const data = newBytes(source.length);
  data.set(source);
  return data;
}

/**
 * Releases the memory of an array for further images. The caller must not use the array afterwards. Arrays that `newBytes` did not make, or that
 * were released before, are ignored.
 */
export function releaseBytes(data: Uint8Array): void {
  if (!inUse.delete(data)) return;
  if (kept.length === MOST_KEPT) kept.shift();
  kept.push(data.buffer as ArrayBuffer); // made by newBytes
}

interface Ends {
  readonly source: Raster;
  readonly result: Raster;
}

/** Releases an image that was made between a source and a result, unless one of them shares its memory. @returns The result. */
export function releaseBetween(image: Raster, { source, result }: Ends): Raster {
  const { buffer } = image.data;
  if (buffer !== source.data.buffer && buffer !== result.data.buffer) releaseBytes(image.data);
  return result;
}

function takeKept(length: number): Uint8Array | undefined {
  for (let at = kept.length - 1; at >= 0; at--) {
    const { byteLength } = kept[at]!;
    if (length > byteLength || length < LEAST_SHARE * byteLength) continue;
    return new Uint8Array(kept.splice(at, 1)[0]!, 0, length);
  }
  return undefined;
}
