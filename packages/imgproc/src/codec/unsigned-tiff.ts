import { tiffEntries } from './headers/tiff-entries.ts';
import { viewOf } from './headers/view-of.ts';

const SAMPLE_FORMAT = 339;
const UNSIGNED = 1;
const SIGNED = 2;
const SHORT = 3;

/**
 * A TIFF file whose first page declares signed samples as unsigned, because OpenCV ignores the sign and libvips makes
 * negative samples black. Returns the given bytes if the samples are not signed.
 *
 * @throws {RangeError} where the file ends within the directory of the page.
 */
export function unsignedTiff(bytes: Uint8Array): Uint8Array {
  const entry = [...tiffEntries(bytes)].find(({ tag }) => tag === SAMPLE_FORMAT);
  const view = viewOf(bytes);
  const little = view.getUint8(0) === 0x49;
  if (entry?.value !== SIGNED || view.getUint16(entry.at + 2, little) !== SHORT) return bytes;
  const count = view.getUint32(entry.at + 4, little);
  const from = count <= 2 ? entry.at + 8 : view.getUint32(entry.at + 8, little);
  if (from + 2 * count > bytes.length) return bytes;
  const copy = viewOf(Uint8Array.from(bytes));
  for (let index = 0; index < count; index++) copy.setUint16(from + 2 * index, UNSIGNED, little);
  return new Uint8Array(copy.buffer);
}
