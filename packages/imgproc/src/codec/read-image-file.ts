import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { SproutError } from '@sprout/core';

/** No photograph is larger, and a larger file could exhaust the memory. */
const SIZE_LIMIT = 2 ** 29;

/**
 * Reads a whole image file. A pipe, a device or a folder is refused at once.
 *
 * @param allocate Returns at least `size` bytes. The result is a part of them.
 * @throws {SproutError} `image-unreadable`
 */
export function readImageFile(file: string, allocate: (size: number) => Uint8Array): Uint8Array {
  try {
    return read(file, allocate);
  } catch (error) {
    if (error instanceof SproutError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SproutError('image-unreadable', { file, reason }, { cause: error });
  }
}

function read(file: string, allocate: (size: number) => Uint8Array): Uint8Array {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw unreadable(file, 'it is not a regular file');
    if (status.size > SIZE_LIMIT)
      throw unreadable(file, `it has ${status.size} bytes; at most ${SIZE_LIMIT} are read`);
    const bytes = allocate(status.size).subarray(0, status.size);
    let at = 0;
    while (at < bytes.length) {
      const count = readSync(descriptor, bytes, at, bytes.length - at, null);
      if (count === 0) break;
      at += count;
    }
    return bytes.subarray(0, at);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(file: string, reason: string): SproutError {
  return new SproutError('image-unreadable', { file, reason });
}
