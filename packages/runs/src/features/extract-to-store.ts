import { batches, type ImageSource, type Samples } from '@sprout/core';
import {
  type CopyBatches,
  createFeatureStore,
  extractFeatures,
  type FeatureSink,
  openPredictorThread,
} from '@sprout/train';
import type { ResolvedTraining } from '../config/resolve-training.ts';
import type { Context } from '../event/run-context.ts';
import { runTask } from '../event/run-task.ts';
import type { FeaturePlan } from './plan-features.ts';

export interface ExtractToStoreOptions extends Context {
  readonly plan: FeaturePlan;
  readonly resolved: Pick<ResolvedTraining, 'augment' | 'engine' | 'recipe' | 'train'>;
  /** The images, without bad ones. */
  readonly samples: Samples;
  readonly source: ImageSource;
}

/** What an extraction did. */
export interface Extraction {
  readonly engine: string;
  /** The rows that were computed, not those that the store had already. */
  readonly computed: number;
  /** The time of computing them, without that of opening the base. */
  readonly seconds: number;
}

/**
 * Computes the features that a store lacks. A batch is on the disk before the next one is computed, so an extraction that was
 * interrupted repeats one batch at most.
 *
 * @throws {SproutError} as `createFeatureStore` and `openPredictorThread`. The signal's reason once it is aborted.
 */
export async function extractToStore(
  folder: string,
  options: ExtractToStoreOptions,
): Promise<Extraction> {
  const { plan, resolved, samples, signal, emit } = options;
  const { address, origin, shape, base, layer } = plan;
  const ids = Array.from(samples, ({ id }) => id);
  const labels = Int32Array.from(samples, ({ label }) => label);
  const { batchSize } = resolved.train;
  const creation = { address, origin, shape, ids, labels, batchSize };
  await using store = await createFeatureStore(folder, creation);
  await using predictor = await openPredictorThread(base, { engine: resolved.engine, signal });
  const rows = ids.length * store.copies;
  const stored = storedRows(store);
  emit({ type: 'extraction-started', store: folder, stored, rows });
  const begun = performance.now();
  const total = rows - stored;
  await runTask(options, { task: 'extract', total }, async (onProgress) => {
    const own = { layer, store, signal };
    for await (const { done } of extractFeatures(predictor, copyBatches(store, options), own))
      onProgress(done - stored);
  });
  return { engine: predictor.engine, computed: total, seconds: (performance.now() - begun) / 1000 };
}

/** The images of a copy, in the batches of the store: as they are for copy 0, and otherwise augmented. */
function copyBatches(
  { batchSize }: FeatureSink,
  { resolved, samples, source, signal }: ExtractToStoreOptions,
): CopyBatches {
  const { recipe, augment, train } = resolved;
  const common = { samples, recipe, batchSize, seed: train.seed, shuffle: false, ahead: 1, signal };
  return (copy, firstStep) =>
    batches(source, { ...common, augment: copy === 0 ? [] : augment, epoch: copy, firstStep });
}

function storedRows(store: FeatureSink): number {
  const { ids, batchSize, copies } = store;
  let rows = 0;
  for (let copy = 0; copy < copies; copy++)
    for (let start = 0; start < ids.length; start += batchSize)
      if (store.has(copy, start / batchSize)) rows += Math.min(batchSize, ids.length - start);
  return rows;
}
