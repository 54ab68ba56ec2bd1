import { type ByteSource, type Cursor, cursorOf } from '@sprout/core';

/** Reads an address: `undefined` if it points nowhere. */
export function readAddress(cursor: Cursor): number | undefined {
  const low = cursor.u32();
  const high = cursor.u32();
  if (low === 0xffffffff && high === 0xffffffff) return undefined;
  return high * 2 ** 32 + low;
}

/**
 * A cursor behind the signature at an address.
 *
 * @throws {SproutError} `file-invalid` if another signature is there.
 */
export function structureAt(source: ByteSource, signature: string, address: number): Cursor {
  const cursor = cursorOf(source, source.bytes, {
    at: address,
    what: `its ${signature} at ${address}`,
  });
  const found = String.fromCharCode(...cursor.take(4));
  if (found === signature) return cursor;
  throw source.invalid(`it has no ${signature} at ${address}`);
}
