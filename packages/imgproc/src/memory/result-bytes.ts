import type { Raster } from '@sprout/core';

/** Arrays that are kept for further images: at most this many, and none larger than this. */
const MOST_KEPT = 4;
const MOST_BYTES = 2 ** 22;

/** A buffer is used for arrays down to this share of its length. */
const LEAST_SHARE = 0.5;

/** Buffers of arrays that were released, the newest last, and the arrays that were handed out and may be released. */
const kept: ArrayBuffer[] = [];
const inUse = new WeakSet<Uint8Array>();

/**
 * An array for the pixels of a result. Its contents are unknown, and its buffer may be longer. It belongs to the caller; once it is released, its
 * memory is used again: new memory takes several times as long to write as memory that was written just before.
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
 * Gives an array back for further images. The caller must not use it afterwards. Nothing happens for arrays that `newBytes` did not make,
 * and for those that were released already.
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

/** Releases an image between a source and a result, unless one of them shares its memory. Returns the result. */
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
