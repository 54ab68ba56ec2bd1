import { type Cursor, cursorOf } from '../../bytes/cursor.ts';
import type { ByteSource } from '../../bytes/byte-source.ts';
import type { ZipEntry } from './zip-entry.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
/** A model has a few thousand tensors, a project a few thousand images. */
const MOST_ENTRIES = 100_000;

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
  /** Where the records after the directory begin. */
  readonly end: number;
}

/**
 * Reads the central directory of a zip archive, which must end with the file. Archives of 4 GB and more (zip64) are read.
 *
 * @throws {SproutError} `file-invalid`
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function readDirectory(source: ByteSource): readonly ZipEntry[] {
  const { bytes, invalid } = source;
  const { count, offset, size, end } = findDirectory(source);
  if (count > MOST_ENTRIES) throw invalid(`it has ${count} entries; the limit is ${MOST_ENTRIES}`);
  if (offset + size !== end)
    throw invalid(`its zip directory (${size} bytes at ${offset}) does not end at ${end}`);
  const cursor = cursorOf(source, bytes.subarray(0, end), {
    at: offset,
    what: 'its zip directory',
  });
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) entries.push(readEntry(source, cursor));
  if (cursor.left() !== 0) throw invalid(`its zip directory has more than ${count} entries`);
  return entries;
}

function findDirectory(source: ByteSource): Directory {
  const { bytes, invalid } = source;
  const at = bytes.length - END_SIZE;
  if (at < 0) throw invalid('it is a zip archive without a directory');
  const cursor = cursorOf(source, bytes, { at, what: 'its zip directory' });
  if (cursor.u32() !== END)
    throw invalid('it is truncated, or has bytes after the end of its zip archive');
  cursor.take(6); // the numbers of disks
  const count = cursor.u16();
  const size = cursor.u32();
  const offset = cursor.u32();
  const comment = cursor.u16();
  if (comment !== 0) throw invalid(`its zip archive has a comment of ${comment} bytes`);
  const isLarge = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  const directory = findDirectory64(source, at);
  if (directory === undefined && isLarge) throw invalid('its zip64 directory is missing');
  return directory ?? { count, offset, size, end: at };
}

/** Zip64: a locator before the end record names another end record. Writers may add it where it is not needed. */
function findDirectory64(source: ByteSource, before: number): Directory | undefined {
  const { bytes, invalid } = source;
  if (before < 20 + 56) return undefined;
  const locator = cursorOf(source, bytes, { at: before - 20, what: 'its zip64 directory' });
  if (locator.u32() !== LOCATOR_64) return undefined;
  locator.take(4);
  const end = locator.u64();
  const record = cursorOf(source, bytes, { at: end, what: 'its zip64 directory' });
  if (record.u32() !== END_64) throw invalid('its zip64 directory is damaged');
  record.take(20);
  record.u64(); // entries on this disk
  const count = record.u64();
  const size = record.u64();
  return { count, size, offset: record.u64(), end };
}

function readEntry(source: ByteSource, cursor: Cursor): ZipEntry {
  const { invalid } = source;
  if (cursor.u32() !== ENTRY) throw invalid('its zip directory is damaged');
  cursor.take(4); // versions
  const flags = cursor.u16();
  const method = cursor.u16();
  cursor.take(4); // time
  const crc = cursor.u32();
  const sizes = { storedSize: cursor.u32(), size: cursor.u32() };
  const [nameLength, extraLength, commentLength] = [cursor.u16(), cursor.u16(), cursor.u16()];
  cursor.take(8); // disk, attributes
  const header = cursor.u32();
  const name = cursor.text(nameLength);
  const extra = cursor.take(extraLength);
  cursor.take(commentLength);
  if ((flags & ENCRYPTED) !== 0) throw invalid(`${name} is encrypted`);
  if (method !== STORED && method !== DEFLATED)
    throw invalid(`${name} is compressed by method ${method}; only 0 and 8 are read`);
  const large = { ...sizes, header, ...largeNumbers(source, { ...sizes, header, extra }) };
  if (method === STORED && large.size !== large.storedSize)
    throw invalid(`${name} is stored in ${large.storedSize} bytes and states ${large.size}`);
  return { name, compressed: method === DEFLATED, crc, ...large };
}

/** Zip64: the numbers that do not fit 32 bits are in an extra field, in this order. */
function largeNumbers(
  source: ByteSource,
  entry: Pick<ZipEntry, 'size' | 'storedSize' | 'header'> & { readonly extra: Uint8Array },
): Partial<Pick<ZipEntry, 'size' | 'storedSize' | 'header'>> {
  const fields = (['size', 'storedSize', 'header'] as const).filter(
    (field) => entry[field] === 0xffffffff,
  );
  if (fields.length === 0) return {};
  const extra = cursorOf(source, entry.extra, { what: 'a zip64 field' });
  for (;;) {
    const id = extra.u16();
    const length = extra.u16();
    if (id !== 1) extra.take(length);
    else return Object.fromEntries(fields.map((field) => [field, extra.u64()]));
  }
}
