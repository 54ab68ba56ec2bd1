import { withChecksum, withoutChecksum } from './crc32c.ts';

/** The bytes of an entry of an index: offset and length. */
const ENTRY = 16;
const CHECKSUM = 4;
/** The offset and the length of a chunk that is not there. */
const MISSING = 2n ** 64n - 1n;

/** The place of a chunk in its shard, in bytes. */
export interface ChunkPlace {
  readonly offset: number;
  readonly length: number;
}

/** The size of the index of a shard of `chunks` chunks. */
export function indexBytes(chunks: number): number {
  return chunks * ENTRY + CHECKSUM;
}

/**
 * A shard of Zarr (`sharding_indexed`): encoded chunks one after the other, then their index with its checksum.
 *
 * @param size The number of chunks that the index has; those after the given ones are missing.
 */
export function encodeShard(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const index = new BigUint64Array(size * 2).fill(MISSING);
  let offset = 0;
  for (const [at, chunk] of chunks.entries()) {
    index.set([BigInt(offset), BigInt(chunk.length)], at * 2);
    offset += chunk.length;
  }
  const sealed = withChecksum(new Uint8Array(index.buffer));
  const shard = new Uint8Array(offset + sealed.length);
  for (const [at, chunk] of chunks.entries()) shard.set(chunk, Number(index[at * 2]));
  shard.set(sealed, offset);
  return shard;
}

export interface DecodeIndexOptions {
  /** The number of chunks that must be there; those after them must be missing. */
  readonly present: number;
  /** The number of bytes before the index. All of them must belong to chunks. */
  readonly before: number;
}

/**
 * Reads the index of a shard, in the order of its chunks.
 *
 * @returns The fault, as the end of a sentence, where the index is damaged.
 */
export function decodeIndex(
  bytes: Uint8Array,
  { present, before }: DecodeIndexOptions,
): readonly ChunkPlace[] | string {
  const index = withoutChecksum(bytes);
  if (index === undefined) return 'the checksum of its index is wrong';
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  const places: ChunkPlace[] = [];
  for (let at = 0; at < index.length; at += ENTRY) {
    const [offset, length] = [view.getBigUint64(at, true), view.getBigUint64(at + 8, true)];
    const isMissing = offset === MISSING && length === MISSING;
    const shouldBeMissing = at / ENTRY >= present;
    if (isMissing !== shouldBeMissing) return 'its index has other chunks than are expected';
    if (!isMissing) places.push({ offset: Number(offset), length: Number(length) });
  }
  return isExact(places, before) ? places : 'its chunks overlap, or leave bytes between them';
}

/** Whether places fill the bytes from 0 to `end` without gaps and overlaps. */
function isExact(places: readonly ChunkPlace[], end: number): boolean {
  let next = 0;
  for (const { offset, length } of places.toSorted((a, b) => a.offset - b.offset)) {
    if (offset !== next) return false;
    next += length;
  }
  return next === end;
}
