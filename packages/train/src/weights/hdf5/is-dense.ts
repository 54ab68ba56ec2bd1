import { type ByteSource, cursorOf } from '@sprout/core';
import { readAddress } from './address.ts';

export interface IsDenseOptions {
  /** The size of the largest creation index, which the message may have. */
  readonly indexSize: number;
  readonly what: string;
}

/**
 * Whether an info message of links or attributes has the address of a fractal heap: the dense format of HDF5 1.8, in files that
 * were written with the newest format.
 *
 * @throws {SproutError} `file-invalid`
 */
export function isDense(
  source: ByteSource,
  body: Uint8Array,
  { indexSize, what }: IsDenseOptions,
): boolean {
  const cursor = cursorOf(source, body, { what });
  cursor.u8(); // version
  const hasIndex = (cursor.u8() & 1) !== 0;
  if (hasIndex) cursor.take(indexSize);
  return readAddress(cursor) !== undefined;
}
