import { nextDirectoryPointer } from './headers/tiff-entries.ts';

/**
 * A TIFF file that ends with its first page, because libvips refuses a file whose later pages cannot be found.
 *
 * @throws {RangeError} where the file ends within the directory of the page.
 */
export function firstTiffPage(bytes: Uint8Array): Uint8Array {
  const pointer = nextDirectoryPointer(bytes);
  if (pointer === undefined) return bytes;
  return Uint8Array.from(bytes).fill(0, pointer, pointer + 4);
}
