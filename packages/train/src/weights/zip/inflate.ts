import { Inflate, Unzlib } from 'fflate';
import type { WeightsSource } from '../source/weights-source.ts';

/** The most compressed bytes given to the decoder at once: they expand to 17 MB at most. */
const STEP = 16 * 1024;

export interface InflateOptions {
  /** The size that the file states; another one is an error. */
  readonly size: number;
  /** Names the data in errors. */
  readonly what: string;
  /** With the header and the checksum of zlib. */
  readonly zlib?: boolean;
}

/**
 * Inflates data of a stated size. Stops as soon as there is more of it.
 *
 * @returns A fresh array of that size.
 * @throws {SproutError} `file-invalid` for data that is damaged, longer or shorter.
 */
export function inflate(
  source: WeightsSource,
  bytes: Uint8Array,
  { size, what, zlib = false }: InflateOptions,
): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size);
  let at = 0;
  const decoder = zlib ? new Unzlib() : new Inflate();
  decoder.ondata = (part) => {
    if (at + part.length > size)
      throw source.invalid(`${what} inflates to more than the ${size} bytes that it states`);
    out.set(part, at);
    at += part.length;
  };
  for (let from = 0; from < bytes.length; from += STEP)
    push(source, what, () =>
      decoder.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length),
    );
  if (at !== size) throw source.invalid(`${what} inflates to ${at} bytes; it states ${size}`);
  return out;
}

/** Turns the errors of the library into `file-invalid`. */
function push(source: WeightsSource, what: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (error instanceof Error && 'context' in error) throw error; // of ondata
    const reason = error instanceof Error ? error.message : String(error);
    throw source.invalid(`${what} is not valid compressed data (${reason})`);
  }
}
