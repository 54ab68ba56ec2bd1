import { SproutError } from '@sprout/core';
import { elementCount } from '../../tensor/element-count.ts';
import { checkAddress, type FeatureAddress } from '../feature-address.ts';
import type { FeatureRows } from '../feature-rows.ts';
import type { ChunkPlace } from '../zarr/shard.ts';
import { RowMemory } from './row-memory.ts';
import { readChunks, readShardIndex } from './shard-file.ts';
import type { FeatureOrigin } from './store-metadata.ts';
import { readStoreContents, shardPath, shardRules, type StoreContents } from './store-arrays.ts';

const MEMORY = 256 * 2 ** 20;

export interface OpenFeatureStoreOptions {
  /** What the features must have been made of; any by default. */
  readonly address?: FeatureAddress | undefined;
  /** The memory for rows that are kept to be read again, in bytes; 256 MiB by default. */
  readonly memory?: number | undefined;
}

/** A finished feature store, open for reading. Several processes may read it at the same time. */
export interface FeatureStore extends FeatureRows {
  readonly address: FeatureAddress;
  readonly origin?: FeatureOrigin | undefined;
  /** Reads all rows. @throws {SproutError} `file-missing` or `file-invalid`, naming the first damaged file. */
  verify(): Promise<void>;
}

/**
 * Opens a feature store for reading.
 *
 * @throws {SproutError} `recipe-mismatch` where its features were made of anything else; `file-missing`, also for features that
 *   are not extracted yet; `file-invalid`, naming the file.
 */
export async function openFeatureStore(
  folder: string,
  { address, memory = MEMORY }: OpenFeatureStoreOptions = {},
): Promise<FeatureStore> {
  const contents = await readStoreContents(folder);
  if (address !== undefined) checkAddress(folder, contents.address, address);
  const indices = new Map<string, readonly ChunkPlace[]>();
  for (const [copy, step] of batchesOf(contents)) {
    const path = shardPath(contents, copy, step);
    indices.set(path, await readShardIndex(path, shardRules(contents, step)));
  }
  const read = rowReader(contents, { indices, memory });
  const { address: found, origin, ids, labels, shape } = contents;
  const verify = async (): Promise<void> => {
    for (const [copy, step] of batchesOf(contents)) {
      const path = shardPath(contents, copy, step);
      await readChunks(path, indices.get(path)!, shardRules(contents, step)); // each batch has an index
    }
  };
  return { address: found, origin, copies: found.copies, ids, labels, shape, read, verify };
}

/** All batches of a store, as copy and step. */
export function* batchesOf({
  ids,
  batchSize,
  address: { copies },
}: Pick<StoreContents, 'ids' | 'batchSize' | 'address'>): Generator<
  readonly [copy: number, step: number]
> {
  const steps = Math.ceil(ids.length / batchSize);
  for (let copy = 0; copy < copies; copy++)
    for (let step = 0; step < steps; step++) yield [copy, step];
}

interface RowReaderOptions {
  readonly indices: ReadonlyMap<string, readonly ChunkPlace[]>;
  readonly memory: number;
}

function rowReader(
  contents: StoreContents,
  { indices, memory }: RowReaderOptions,
): FeatureRows['read'] {
  const { batchSize, ids, address } = contents;
  const size = elementCount(contents.shape);
  const kept = new RowMemory(memory);
  return async (positions, copy) => {
    check('copy', copy, address.copies);
    const rows = new Float32Array(positions.length * size);
    const wanted = new Map<number, number[]>();
    for (let at = 0; at < positions.length; at++) {
      const position = positions[at]!;
      check('a position', position, ids.length);
      const row = kept.get(`${copy} ${position}`);
      if (row !== undefined) rows.set(row, at * size);
      else listIn(wanted, Math.floor(position / batchSize)).push(at);
    }
    for (const [step, places] of wanted) {
      const path = shardPath(contents, copy, step);
      const index = indices.get(path)!; // each batch has an index
      const chunks = places.map((at) => index[positions[at]! % batchSize]!); // an index has all rows of its batch
      const read = await readChunks(path, chunks, shardRules(contents, step));
      for (const [number, at] of places.entries()) {
        const row = new Float32Array(read[number]!.buffer); // expanded into a buffer of its own
        kept.set(`${copy} ${positions[at]!}`, row);
        rows.set(row, at * size);
      }
    }
    return rows;
  };
}

function listIn(lists: Map<number, number[]>, key: number): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function check(option: string, value: number, count: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value < count) return;
  const rule = `a whole number, 0 to ${count - 1}`;
  throw new SproutError('option-invalid', { option, value: String(value), rule });
}
