import { inflateRawSync, inflateSync } from 'node:zlib';
import type { ByteSource } from '../../bytes/byte-source.ts';

export interface InflateOptions {
  /** The size that the file states; another one is an error. */
  readonly size: number;
  /** Names the data in errors. */
  readonly what: string;
  /** With the header and the checksum of zlib. */
  readonly zlib?: boolean;
}

/** The least size of a buffer that zlib accepts. */
const LEAST = 64;

/**
 * Inflates data of a stated size. Stops as soon as there is more of it.
 *
 * @returns A fresh array of that size.
 * @throws {SproutError} `file-invalid` for data that is damaged, longer or shorter.
 */
export function inflate(
  source: ByteSource,
  bytes: Uint8Array,
  { size, what, zlib = false }: InflateOptions,
): Uint8Array {
  // one buffer for all of it, so that nothing is copied together
  const limits = { maxOutputLength: Math.max(1, size), chunkSize: Math.max(LEAST, size) };
  let out: Buffer;
  try {
    out = zlib ? inflateSync(bytes, limits) : inflateRawSync(bytes, limits);
  } catch (error) {
    if (error instanceof RangeError)
      throw source.invalid(`${what} inflates to more than the ${size} bytes that it states`);
    const reason = error instanceof Error ? error.message : String(error);
    throw source.invalid(`${what} is not valid compressed data (${reason})`);
  }
  if (out.length === size) return new Uint8Array(out.buffer, out.byteOffset, size);
  throw source.invalid(`${what} inflates to ${out.length} bytes; it states ${size}`);
}
