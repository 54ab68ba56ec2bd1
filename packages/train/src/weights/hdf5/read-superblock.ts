import { type ByteSource, cursorOf } from '@sprout/core';

/** The first bytes of an HDF5 file. */
export const HDF5_SIGNATURE = '\u0089HDF\r\n\u001a\n';

/**
 * Reads the superblock (versions 0 to 3): it states the end of the file, and the address of the root group.
 *
 * @returns The address of the root group's object header.
 * @throws {SproutError} `file-invalid`, also for bytes after the end of the file.
 */
export function readSuperblock(source: ByteSource): number {
  const { bytes, invalid } = source;
  const cursor = cursorOf(source, bytes, { at: HDF5_SIGNATURE.length, what: 'its superblock' });
  const version = cursor.u8();
  if (version > 3) throw invalid(`it has version ${version} of the HDF5 format, not 0 to 3`);
  const isOld = version <= 1;
  if (isOld) cursor.take(4); // versions
  const sizes = [cursor.u8(), cursor.u8()];
  if (sizes.some((size) => size !== 8))
    throw invalid(`it has addresses of ${sizes[0]} bytes, not 8`);
  cursor.take(isOld ? 9 : 1); // sizes of tree nodes, flags
  if (version === 1) cursor.take(4);
  const base = cursor.u64();
  if (base !== 0) throw invalid(`it begins at the byte ${base}, not 0`);
  cursor.take(8);
  const end = cursor.u64();
  if (end > bytes.length) throw invalid(`it is truncated: ${bytes.length} bytes of ${end}`);
  if (end < bytes.length)
    throw invalid(`it has ${bytes.length - end} bytes after its end at ${end}`);
  if (isOld) cursor.take(16); // driver, name of the root group
  return cursor.u64();
}
