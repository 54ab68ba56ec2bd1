import { viewOf } from './headers/view-of.ts';

const ENTRY = 12;

/**
 * A TIFF file that ends with its first page, because libvips refuses a file whose later pages cannot be found.
 *
 * @throws {RangeError} where the file ends within the directory of the page.
 */
export function firstTiffPage(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const next = directory + 2 + view.getUint16(directory, little) * ENTRY;
  if (next + 4 > bytes.length || view.getUint32(next, little) === 0) return bytes;
  const page = Uint8Array.from(bytes);
  page.fill(0, next, next + 4);
  return page;
}
