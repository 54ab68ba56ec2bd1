import { cursorOf } from '@sprout/core';
import { readAddress } from './address.ts';
import type { Hdf5Filter, Hdf5Storage } from './hdf5-object.ts';
import { bytesOfPart, type Hdf5Source } from './hdf5-source.ts';

const COMPACT = 0;
const CONTIGUOUS = 1;
const CHUNKED = 2;

export interface StorageOptions {
  /** The body of the filter message, if there is one. */
  readonly filters: Uint8Array | undefined;
  readonly what: string;
}

/**
 * Reads where the bytes of a dataset are: versions 3 and 4 of the layout, and chunks of version 3.
 *
 * @throws {SproutError} `file-invalid`
 */
export function readStorage(
  source: Hdf5Source,
  body: Uint8Array,
  { filters, what }: StorageOptions,
): Hdf5Storage {
  const cursor = cursorOf(source, body, { what });
  const [version, kind] = [cursor.u8(), cursor.u8()];
  if (version !== 3 && (version !== 4 || kind === CHUNKED))
    throw source.invalid(`${what} has a layout of version ${version}, which is not read`);
  if (kind === COMPACT) return { kind: 'whole', bytes: cursor.take(cursor.u16()) };
  if (kind === CONTIGUOUS) {
    const address = readAddress(cursor);
    const size = cursor.u64();
    if (address === undefined) return { kind: 'whole', bytes: new Uint8Array(0) };
    return { kind: 'whole', bytes: bytesOfPart(source, what, { at: address, size }) };
  }
  if (kind !== CHUNKED)
    throw source.invalid(`${what} has a layout of class ${kind}, which is not read`);
  const axes = cursor.u8() - 1; // the last is the size of one number
  const address = readAddress(cursor);
  if (address === undefined || axes < 1) throw source.invalid(`${what} has no chunks`);
  const chunkShape = Array.from({ length: axes }, () => cursor.u32());
  return { kind: 'chunks', address, chunkShape, filters: readFilters(source, filters, what) };
}

/** @throws {SproutError} `file-invalid` for filters other than deflate and shuffle. */
function readFilters(
  source: Hdf5Source,
  body: Uint8Array | undefined,
  what: string,
): readonly Hdf5Filter[] {
  if (body === undefined) return [];
  const cursor = cursorOf(source, body, { what });
  const [version, count] = [cursor.u8(), cursor.u8()];
  if (version === 1) cursor.take(6);
  return Array.from({ length: count }, () => {
    const id = cursor.u16();
    const nameLength = version === 1 || id >= 256 ? cursor.u16() : 0;
    cursor.take(2);
    const values = cursor.u16();
    cursor.take(version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength);
    cursor.take(4 * values + (version === 1 && values % 2 === 1 ? 4 : 0));
    if (id === 1) return 'deflate';
    if (id === 2) return 'shuffle';
    throw source.invalid(
      `${what} is written with the filter ${id}; only deflate and shuffle are read`,
    );
  });
}
