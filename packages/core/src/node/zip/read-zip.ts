import { crc32 } from 'node:zlib';
import { cursorOf } from '../../bytes/cursor.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import { inflate } from './inflate.ts';
import { readDirectory } from './read-directory.ts';
import type { ZipEntry } from './zip-entry.ts';

const LOCAL = 0x04034b50;

/** A zip archive. The positions of its entries in the file are checked; an entry is inflated when it is read. */
export interface ZipArchive {
  /** In the order of the directory. */
  readonly names: readonly string[];
  /** What the directory states about each entry, by its name. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /**
   * The bytes of an entry, checked by their CRC-32. A view of the archive if the entry is not compressed.
   *
   * @throws {SproutError} `file-invalid`
   */
  readonly read: (name: string) => Uint8Array;
}

/**
 * Opens a zip archive: unique relative names, and entries that do not overlap.
 *
 * @throws {SproutError} `file-invalid`
 */
export function readZip(source: ByteSource): ZipArchive {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readDirectory(source)) {
    checkName(source, entry.name);
    if (entries.has(entry.name)) throw source.invalid(`it has two entries ${entry.name}`);
    entries.set(entry.name, entry);
  }
  const data = storedBytes(source, [...entries.values()]);
  const read = (name: string): Uint8Array => {
    const entry = entries.get(name);
    const stored = data.get(name);
    if (entry === undefined || stored === undefined)
      throw source.invalid(`it has no entry ${name}`);
    const bytes = entry.compressed ? inflated(source, entry, stored) : stored;
    if (crc32(bytes) !== entry.crc) throw source.invalid(`the CRC-32 of ${name} does not match`);
    return bytes;
  };
  return { names: [...entries.keys()], entries, read };
}

function checkName(source: ByteSource, name: string): void {
  const isRelative = !/^[/\\]|^[a-z]:|\\|\0/i.test(name);
  if (isRelative && !name.split('/').includes('..')) return;
  throw source.invalid(`it has an entry "${name}", which is not a relative path inside it`);
}

function inflated(source: ByteSource, { name, size }: ZipEntry, stored: Uint8Array): Uint8Array {
  source.claim(name, size);
  return inflate(source, stored, { size, what: name });
}

/** The data of each entry. Every entry follows the one before it, so that no byte is used twice. */
function storedBytes(
  source: ByteSource,
  entries: readonly ZipEntry[],
): ReadonlyMap<string, Uint8Array> {
  const { bytes, invalid } = source;
  const data = new Map<string, Uint8Array>();
  let free = 0;
  for (const { name, header, storedSize } of entries.toSorted((a, b) => a.header - b.header)) {
    if (header < free) throw invalid(`${name} at ${header} overlaps the entry before it`);
    const local = cursorOf(source, bytes, { at: header, what: name });
    if (local.u32() !== LOCAL) throw invalid(`${name} has no header at ${header}`);
    local.take(22);
    const [nameLength, extraLength] = [local.u16(), local.u16()];
    const localName = local.text(nameLength);
    if (localName !== name) throw invalid(`${name} is called ${localName} in its header`);
    local.take(extraLength);
    data.set(name, local.take(storedSize));
    free = local.at();
  }
  return data;
}
