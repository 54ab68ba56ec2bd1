import { viewOf } from './view-of.ts';

/** The bytes of a number, by the type of the entry; types that hold no whole numbers are left out. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4 };
const ENTRY = 12;

/** One tag of a directory. */
export interface TiffEntry {
  readonly tag: number;
  /** The offset of the entry in the file: its tag, type, count and values, 12 bytes. */
  readonly at: number;
  /** Its first whole number, unsigned; `undefined` where it has none. */
  readonly value: number | undefined;
}

/** The tags of the first directory, in their order. @throws {RangeError} where the data end within it. */
export function* tiffEntries(bytes: Uint8Array): Generator<TiffEntry, void, undefined> {
  const view = viewOf(bytes);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * ENTRY;
    yield { tag: view.getUint16(at, little), at, value: firstNumber(view, at, little) };
  }
}

/**
 * The offset in the file of the pointer to the second directory; `undefined` if there is no second directory.
 *
 * @throws {RangeError} where the data end within the header.
 */
export function nextDirectoryPointer(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const at = directory + 2 + view.getUint16(directory, little) * ENTRY;
  return at + 4 > bytes.length || view.getUint32(at, little) === 0 ? undefined : at;
}

function firstNumber(view: DataView, entry: number, little: boolean): number | undefined {
  const size = SIZES[view.getUint16(entry + 2, little)] ?? 0;
  const count = view.getUint32(entry + 4, little);
  const value = view.getUint32(entry + 8, little);
  if (size === 0 || count === 0) return undefined;
  const at = count <= 4 / size ? entry + 8 : value;
  if (at + size > view.byteLength) return undefined;
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
}
