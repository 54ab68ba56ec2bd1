import { type Batch, SproutError } from '@sprout/core';
import type { Predictor } from '../engine/contract/predictor.ts';
import { elementCount } from '../tensor/element-count.ts';
import type { BatchPlace, FeatureSink } from './feature-rows.ts';

/** The number of images that the base computes at a time. It bounds the memory: VGG16 takes 40 MB for an image of 224 x 224. */
const AT_ONCE = 8;

/**
 * The batches of a copy, beginning with batch `firstStep`: the samples of the store in their order, in batches of the store's
 * batch size. The same arguments must always give the same batches.
 */
export type CopyBatches = (copy: number, firstStep: number) => AsyncIterable<Batch>;

export interface ExtractFeaturesOptions {
  /** The layer of the predictor whose output is stored. */
  readonly layer: string;
  /** Where the features go. Batches that it has are not computed again. Stays the caller's to dispose of. */
  readonly store: FeatureSink;
  readonly signal?: AbortSignal | undefined;
}

/** A batch was stored. */
export interface ExtractEvent extends BatchPlace {
  readonly type: 'batch';
  /** The rows that are stored, over all copies, and the rows of the finished store. */
  readonly done: number;
  readonly total: number;
}

/**
 * Stores the output of a layer for all images. Yields an event after each batch that it has stored; then the batch is on the
 * disk. Called again after an interruption, it goes on with the first batch that is missing. Holds one batch at a time.
 *
 * @throws {SproutError} `option-invalid` for batches that are not those of the store; `name-unknown` for the layer;
 *   `shape-mismatch` where its output is not of the store's shape; `file-unwritable`. The signal's reason once it is aborted.
 */
export async function* extractFeatures(
  predictor: Pick<Predictor, 'outputs'>,
  batches: CopyBatches,
  { layer, store, signal }: ExtractFeaturesOptions,
): AsyncGenerator<ExtractEvent, void, undefined> {
  const total = store.copies * store.ids.length;
  let done = storedRows(store);
  for (let copy = 0; copy < store.copies; copy++) {
    const first = firstMissing(store, copy);
    if (first === undefined) continue;
    let next = first;
    for await (const batch of batches(copy, first)) {
      signal?.throwIfAborted();
      checkBatch(batch, { store, step: next });
      const step = next++;
      if (store.has(copy, step)) continue;
      const features = await featuresOf(predictor, batch, layer);
      signal?.throwIfAborted();
      await store.write(features, { copy, step });
      done += batch.count;
      yield { type: 'batch', copy, step, done, total };
    }
    if (firstMissing(store, copy) !== undefined)
      throw wrongBatches(`${next} batches`, `${stepsOf(store)} batches for copy ${copy}`);
  }
}

async function featuresOf(
  predictor: Pick<Predictor, 'outputs'>,
  { images, count }: Batch,
  layer: string,
): Promise<Float32Array> {
  const size = images.length / count;
  let features = new Float32Array();
  for (let start = 0; start < count; start += AT_ONCE) {
    const part = images.subarray(start * size, (start + AT_ONCE) * size);
    const outputs = await predictor.outputs(part, part.length / size, [layer]);
    const { data, shape } = outputs.get(layer)!; // the requested layer
    const rowSize = elementCount(shape.slice(1));
    if (start === 0) features = new Float32Array(count * rowSize);
    features.set(data, start * rowSize);
  }
  return features;
}

function stepsOf({ ids, batchSize }: FeatureSink): number {
  return Math.ceil(ids.length / batchSize);
}

function rowsOf({ ids, batchSize }: FeatureSink, step: number): number {
  return Math.min(batchSize, ids.length - step * batchSize);
}

function firstMissing(store: FeatureSink, copy: number): number | undefined {
  const steps = Array.from({ length: stepsOf(store) }, (_, step) => step);
  return steps.find((step) => !store.has(copy, step));
}

function storedRows(store: FeatureSink): number {
  let rows = 0;
  for (let copy = 0; copy < store.copies; copy++)
    for (let step = 0; step < stepsOf(store); step++)
      if (store.has(copy, step)) rows += rowsOf(store, step);
  return rows;
}

function checkBatch(
  { ids }: Batch,
  { store, step }: { readonly store: FeatureSink; readonly step: number },
): void {
  const start = step * store.batchSize;
  const expected = store.ids.slice(start, start + store.batchSize);
  const at = expected.findIndex((id, row) => ids[row] !== id);
  if (at !== -1) throw wrongBatches(`${ids[at]}`, `${expected[at]} as sample ${start + at}`);
  if (ids.length !== expected.length)
    throw wrongBatches(`${ids.length} samples`, `${expected.length} samples in batch ${step}`);
}

function wrongBatches(value: string, rule: string): SproutError {
  return new SproutError('option-invalid', { option: 'batches', value, rule });
}
