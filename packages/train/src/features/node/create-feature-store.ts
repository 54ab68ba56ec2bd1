import {
  checkWhole,
  isSproutError,
  lock,
  makeFolder,
  removeLeftovers,
  shapeMismatch,
  writeAtomic,
  writeFolder,
} from '@sprout/core';
import { dirname, join, resolve } from 'node:path';
import { elementCount } from '../../tensor/element-count.ts';
import { checkAddress, type FeatureAddress } from '../feature-address.ts';
import type { BatchPlace, FeatureSink } from '../feature-rows.ts';
import type { ArrayLayout } from '../zarr/array-metadata.ts';
import { encodeChunk } from '../zarr/chunk-codec.ts';
import { encodeShard } from '../zarr/shard.ts';
import { batchesOf } from './feature-store.ts';
import { holdsStore } from './holds-store.ts';
import { readChunks, readShardIndex } from './shard-file.ts';
import { readStoreContents, shardPath, shardRules, type StoreContents } from './store-arrays.ts';
import { arrayNames, type FeatureOrigin, formatStore, METADATA } from './store-metadata.ts';
import { writeWholeArray } from './whole-array.ts';

const BATCH_SIZE = 32;

export interface CreateFeatureStoreOptions {
  readonly address: FeatureAddress;
  /** Kept in a new store for its readers. */
  readonly origin?: FeatureOrigin | undefined;
  /** The shape of the features of one image: `[channels]` or `[height, width, channels]`. */
  readonly shape: readonly number[];
  /** The ids of the samples, in order. At least one. */
  readonly ids: readonly string[];
  /** The label of each sample. */
  readonly labels: Int32Array;
  /** The number of samples that are extracted and stored as one act; 32 by default. A store keeps its own. */
  readonly batchSize?: number | undefined;
}

/**
 * Creates a feature store, or opens an unfinished one to go on with it. Batches that are damaged count as missing. Holds a lock,
 * `<folder>.lock`, until it is disposed of.
 *
 * @throws {SproutError} `run-locked` while another process writes it; `recipe-mismatch` where the folder holds other features;
 *   `folder-occupied` where it holds anything else; `file-invalid`, `file-unwritable`, `option-invalid`.
 */
export async function createFeatureStore(
  folder: string,
  options: CreateFeatureStoreOptions,
): Promise<FeatureSink & AsyncDisposable> {
  const { address, shape, ids, labels, batchSize = BATCH_SIZE } = options;
  checkWhole('batchSize', batchSize, { least: 1 });
  checkWhole('the number of samples', ids.length, { least: 1 });
  if (labels.length !== ids.length)
    throw shapeMismatch('The labels', { expected: [ids.length], received: [labels.length] });
  await makeFolder(dirname(resolve(folder)));
  const held = await lock(`${resolve(folder)}.lock`, folder);
  try {
    if (!(await holdsStore(folder))) await writeEmptyStore(folder, options, batchSize);
    await removeLeftovers(folder);
    const contents = await readStoreContents(folder);
    checkAddress(folder, contents.address, address);
    if (String(contents.shape) !== String(shape))
      throw shapeMismatch(`The features in ${folder}`, {
        expected: shape,
        received: contents.shape,
      });
    const sink = sinkOf(contents, await storedBatches(contents));
    return { ...sink, [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() };
  } catch (error) {
    await held[Symbol.asyncDispose]();
    throw error;
  }
}

async function writeEmptyStore(
  folder: string,
  { address, origin, shape, ids, labels }: CreateFeatureStoreOptions,
  batchSize: number,
): Promise<void> {
  const list = new TextEncoder().encode(JSON.stringify(ids));
  const count = ids.length;
  const whole = { isSharded: false } as const;
  const arrays = new Map<string, ArrayLayout>([
    ['ids', { ...whole, shape: [list.length], type: 'uint8', fileRows: list.length }],
    ['labels', { ...whole, shape: [count], type: 'int32', fileRows: count }],
  ]);
  const features = { shape: [count, ...shape], type: 'float32', isSharded: true } as const;
  for (const name of arrayNames(address).slice(arrays.size))
    arrays.set(name, { ...features, fileRows: batchSize });
  await writeFolder(folder, {
    last: METADATA,
    fill: async (temporary) => {
      for (const [name, text] of formatStore({ address, origin, arrays })) {
        await makeFolder(join(temporary, name));
        await writeAtomic(join(temporary, name, METADATA), text);
      }
      await writeWholeArray(join(temporary, 'ids'), list);
      await writeWholeArray(join(temporary, 'labels'), new Uint8Array(labels.slice().buffer));
    },
  });
}

/** The paths of the batches that are there and whole. */
async function storedBatches(contents: StoreContents): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const [copy, step] of batchesOf(contents)) {
    const path = shardPath(contents, copy, step);
    if (await isWhole(contents, path, step)) stored.add(path);
  }
  return stored;
}

async function isWhole(contents: StoreContents, path: string, step: number): Promise<boolean> {
  const rules = shardRules(contents, step);
  try {
    await readChunks(path, await readShardIndex(path, rules), rules);
    return true;
  } catch (error) {
    if (isSproutError(error, 'file-missing') || isSproutError(error, 'file-invalid')) return false;
    throw error;
  }
}

function sinkOf(contents: StoreContents, stored: Set<string>): FeatureSink {
  const { shape, ids, batchSize } = contents;
  const rowSize = elementCount(shape);
  const write = async (features: Float32Array, { copy, step }: BatchPlace): Promise<void> => {
    const { present, size } = shardRules(contents, step);
    if (features.length !== present * rowSize)
      throw shapeMismatch('The features of a batch', {
        expected: [present, ...shape],
        received: `${features.length} numbers`,
      });
    const chunks: Uint8Array[] = [];
    for (let row = 0; row < present; row++) {
      const numbers = features.slice(row * rowSize, (row + 1) * rowSize);
      chunks.push(await encodeChunk(new Uint8Array(numbers.buffer)));
    }
    const path = shardPath(contents, copy, step);
    await makeFolder(dirname(path));
    await writeAtomic(path, encodeShard(chunks, size));
    stored.add(path);
  };
  return {
    shape,
    copies: contents.address.copies,
    ids,
    batchSize,
    has: (copy, step) => stored.has(shardPath(contents, copy, step)),
    write,
  };
}
