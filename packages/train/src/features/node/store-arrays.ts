import { join } from 'node:path';
import { elementCount } from '../../tensor/element-count.ts';
import { invalidFile } from '../../model/file/node/invalid-file.ts';
import { chunkPath } from '../zarr/chunk-path.ts';
import type { ShardRules } from './shard-file.ts';
import { featuresName, METADATA, readStore, type StoreMetadata } from './store-metadata.ts';
import { readWholeArray } from './whole-array.ts';

/** The contents of a store except the features. */
export interface StoreContents extends StoreMetadata {
  readonly folder: string;
  readonly shape: readonly number[];
  readonly ids: readonly string[];
  readonly labels: Int32Array;
  /** The number of samples in a file of features. */
  readonly batchSize: number;
}

/** Reads and checks all of a store except its features. @throws {SproutError} `file-missing`, `file-invalid`. */
export async function readStoreContents(folder: string): Promise<StoreContents> {
  const metadata = await readStore(folder);
  const { arrays, address } = metadata;
  const arrayOf = (name: string) => readWholeArray(join(folder, name), arrays.get(name)!); // `readStore` reads them
  const labels = new Int32Array(Uint8Array.from(await arrayOf('labels')).buffer);
  const ids = parseIds(await arrayOf('ids'), join(folder, 'ids', METADATA));
  const { shape, fileRows: batchSize } = arrays.get(featuresName(0))!; // `readStore` reads it
  for (let copy = 0; copy < address.copies; copy++) {
    const name = featuresName(copy);
    const { isSharded, type, ...array } = arrays.get(name)!; // `readStore` reads it
    const fits = String(array.shape) === String([ids.length, ...shape.slice(1)]);
    if (isSharded && type === 'float32' && fits && array.fileRows === batchSize) continue;
    throw invalidFile(
      join(folder, name, METADATA),
      `it is not a sharded array of ${ids.length} rows`,
    );
  }
  if (labels.length !== ids.length)
    throw invalidFile(
      join(folder, 'labels', METADATA),
      `it has no label for each of ${ids.length} ids`,
    );
  return { ...metadata, folder, shape: shape.slice(1), ids, labels, batchSize };
}

/** The file of a batch. */
export function shardPath(
  { folder, shape }: Pick<StoreContents, 'folder' | 'shape'>,
  copy: number,
  step: number,
): string {
  return join(folder, featuresName(copy), chunkPath(step, shape.length + 1));
}

/** The form of the file of a batch. */
export function shardRules(
  { shape, ids, batchSize }: Pick<StoreContents, 'shape' | 'ids' | 'batchSize'>,
  step: number,
): ShardRules {
  const present = Math.min(batchSize, ids.length - step * batchSize);
  return { size: batchSize, present, chunkBytes: elementCount(shape) * 4 };
}

function parseIds(bytes: Uint8Array, file: string): readonly string[] {
  const ids: unknown = JSON.parse(new TextDecoder().decode(bytes)); // its checksum was right
  if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
  throw invalidFile(file, 'it is not a JSON list of ids');
}
