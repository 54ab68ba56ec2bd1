import { SproutError, systemReason } from '@sprout/core';
import { type FileHandle, open } from 'node:fs/promises';
import { invalidFile } from '../../model/file/node/invalid-file.ts';
import { decodeChunk } from '../zarr/chunk-codec.ts';
import { type ChunkPlace, decodeIndex, indexBytes } from '../zarr/shard.ts';

export interface ShardRules {
  /** The number of chunks that the index has. */
  readonly size: number;
  /** The number of chunks that must be there. */
  readonly present: number;
  /** The size of an expanded chunk in bytes. */
  readonly chunkBytes: number;
}

/** The index of a shard. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readShardIndex(
  path: string,
  { size, present }: ShardRules,
): Promise<readonly ChunkPlace[]> {
  return withFile(path, async (file) => {
    const { size: bytes } = await file.stat();
    const before = bytes - indexBytes(size);
    if (before < 0) throw invalidFile(path, `it has only ${bytes} bytes`);
    const index = await readRange(file, path, { offset: before, length: bytes - before });
    const places = decodeIndex(index, { present, before });
    if (typeof places === 'string') throw invalidFile(path, places);
    return places;
  });
}

/** Chunks of a shard, expanded. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readChunks(
  path: string,
  places: readonly ChunkPlace[],
  { chunkBytes }: ShardRules,
): Promise<Uint8Array[]> {
  return withFile(path, async (file) => {
    const chunks: Uint8Array[] = [];
    for (const place of places) {
      const bytes = await decodeChunk(await readRange(file, path, place), chunkBytes);
      if (typeof bytes === 'string') throw invalidFile(path, bytes);
      chunks.push(bytes);
    }
    return chunks;
  });
}

async function readRange(
  file: FileHandle,
  path: string,
  { offset, length }: ChunkPlace,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length); // an index has only places inside the file
  const { bytesRead } = await file.read(bytes, 0, length, offset);
  if (bytesRead !== length) throw invalidFile(path, 'it became shorter while it was read');
  return bytes;
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file: path }, { cause });
    throw invalidFile(path, systemReason(cause), cause);
  });
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
