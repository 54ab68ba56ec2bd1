import { type ByteSource, byteSource } from '@sprout/core';

/** A file of weights that is being read. */
export type WeightsSource = ByteSource;

/**
 * @param file Names the file in errors.
 * @param sizeOfAll The size of the file and the files that belong to it.
 */
export function weightsSource(
  bytes: Uint8Array,
  file: string,
  sizeOfAll: number = bytes.length,
): WeightsSource {
  return byteSource(bytes, file, sizeOfAll);
}
