import { makeFolder, writeAtomic } from '@sprout/core';
import { dirname, join } from 'node:path';
import { invalidFile } from '../../model/file/node/invalid-file.ts';
import { readBytes } from '../../model/file/node/read-bytes.ts';
import { elementCount } from '../../tensor/element-count.ts';
import type { ArrayLayout } from '../zarr/array-metadata.ts';
import { decodeChunk, encodeChunk } from '../zarr/chunk-codec.ts';
import { chunkPath } from '../zarr/chunk-path.ts';

const SIZES = { float32: 4, int32: 4, uint8: 1 } as const;

/** Writes an array of one chunk. @throws {SproutError} `file-unwritable` */
export async function writeWholeArray(folder: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, chunkPath(0, 1));
  await makeFolder(dirname(path));
  await writeAtomic(path, await encodeChunk(bytes));
}

/** Reads an array of one chunk and one axis. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readWholeArray(
  folder: string,
  { shape, type, fileRows, isSharded }: ArrayLayout,
): Promise<Uint8Array> {
  const path = join(folder, chunkPath(0, 1));
  const size = elementCount(shape);
  if (isSharded || shape.length !== 1 || fileRows !== size)
    throw invalidFile(join(folder, 'zarr.json'), 'it is not an array of one axis and one chunk');
  const bytes = await decodeChunk(await readBytes(path), size * SIZES[type]);
  if (typeof bytes === 'string') throw invalidFile(path, bytes);
  return bytes;
}
