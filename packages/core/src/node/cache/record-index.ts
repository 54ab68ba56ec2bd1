import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { canonicalJson } from '../../text/canonical-json.ts';
import type { FileVersion } from '../system/file-version.ts';

/** The size of the records of a cache, and how their pixels were made. */
export interface RecordFormat {
  /**
   * Identifies the recipe that made the pixels: `recipeHash(recipe)`. A changed recipe must have another key, or the
   * cache returns old pixels.
   */
  readonly key: string;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** The entry of one record in the index. Entry `n` describes slot `n` of the data file. */
export interface RecordEntry extends FileVersion {
  /** The `nameHash` of the path of the source file. */
  readonly name: string;
  /** The CRC-32 of the pixels. */
  readonly checksum: number;
}

export const HEADER_BYTES = 64;
/** 16 name, 8 bytes, 8 modified, 8 changed, 8 inode, 4 checksum of the pixels, 4 checksum of the entry. */
export const ENTRY_BYTES = 56;

/** The first bytes of an index: the file type, and the SHA-256 of the format. */
export function encodeHeader(format: RecordFormat): Buffer {
  const { key, height, width, channels } = format;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('sprout record index, version 2\n', 'latin1');
  createHash('sha256')
    .update(canonicalJson({ key, height, width, channels }))
    .digest()
    .copy(header, 32);
  return header;
}

export function encodeEntry(entry: RecordEntry): Buffer {
  const { name, bytes, modified, changed, inode, checksum } = entry;
  const encoded = Buffer.alloc(ENTRY_BYTES);
  encoded.write(name, 'hex');
  encoded.writeBigUInt64LE(bytes, 16);
  encoded.writeBigInt64LE(modified, 24);
  encoded.writeBigInt64LE(changed, 32);
  encoded.writeBigUInt64LE(inode, 40);
  encoded.writeUInt32LE(checksum, 48);
  encoded.writeUInt32LE(entryChecksum(encoded), 52);
  return encoded;
}

/** The entry of a slot, or `undefined` when its checksum does not match. */
export function decodeEntry(index: Buffer, slot: number): RecordEntry | undefined {
  const start = HEADER_BYTES + slot * ENTRY_BYTES;
  const entry = index.subarray(start, start + ENTRY_BYTES);
  if (entry.length < ENTRY_BYTES || entry.readUInt32LE(52) !== entryChecksum(entry))
    return undefined;
  return {
    name: entry.toString('hex', 0, 16),
    bytes: entry.readBigUInt64LE(16),
    modified: entry.readBigInt64LE(24),
    changed: entry.readBigInt64LE(32),
    inode: entry.readBigUInt64LE(40),
    checksum: entry.readUInt32LE(48),
  };
}

/** 128 bits of a path's SHA-256, as 32 hexadecimal digits. */
export function nameHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}

function entryChecksum(entry: Buffer): number {
  return crc32(entry.subarray(0, ENTRY_BYTES - 4));
}
