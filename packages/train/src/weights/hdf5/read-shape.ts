import { type ByteSource, cursorOf } from '@sprout/core';

const MOST_AXES = 32;

/**
 * Reads a dataspace. A null dataspace is `[0]`.
 *
 * @throws {SproutError} `file-invalid`
 */
export function readShape(source: ByteSource, body: Uint8Array, what: string): number[] {
  const cursor = cursorOf(source, body, { what });
  const version = cursor.u8();
  const rank = cursor.u8();
  cursor.u8();
  const kind = cursor.u8();
  if (version < 1 || version > 2 || rank > MOST_AXES)
    throw source.invalid(`${what} has a shape of version ${version} with ${rank} axes`);
  if (version === 1) cursor.take(4);
  if (version === 2 && kind === 2) return [0];
  return Array.from({ length: rank }, () => cursor.u64());
}
