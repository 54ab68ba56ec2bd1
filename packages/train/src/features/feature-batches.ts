import { checkWhole, mapOrdered, planEpoch, SproutError } from '@sprout/core';
import type { ModelBatch } from '../loop/model-batch.ts';
import { elementCount } from '../tensor/element-count.ts';
import type { FeatureRows } from './feature-rows.ts';

export interface FeatureBatchesOptions {
  /** The ids of the samples, in the order that the plan of the epoch numbers; all of the store by default. */
  readonly ids?: readonly string[] | undefined;
  readonly batchSize: number;
  /** Whole numbers, the epoch from 0, that address the order: that of `batches` for the same samples. */
  readonly seed: number;
  readonly epoch: number;
  /** True, the default, for a new order in every epoch; false for the order of the samples. */
  readonly shuffle?: boolean | undefined;
  /** The first batch to make, so that a run resumes within an epoch; 0 by default. */
  readonly firstStep?: number | undefined;
  /**
   * The version of the samples: by default another one in every epoch, as far as there are any. With `all` an epoch has every
   * version of each sample once.
   */
  readonly copy?: number | 'all' | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One epoch of batches of features, in the planned order. Two batches are in memory at a time, besides the rows that the store
 * keeps.
 *
 * @throws {SproutError} `name-unknown` for an id that the store lacks; `option-invalid` for numbers out of their range;
 *   `file-invalid` or `file-missing`, naming the file of the store.
 */
export async function* featureBatches(
  store: FeatureRows,
  options: FeatureBatchesOptions,
): AsyncGenerator<ModelBatch, void, undefined> {
  const { ids = store.ids, firstStep = 0, epoch, copy = epoch % store.copies, signal } = options;
  const rows = positionsOf(store, ids);
  const copies = copy === 'all' ? store.copies : 1;
  const count = rows.length * copies;
  const plan = planEpoch({ ...options, count, shuffle: options.shuffle ?? true });
  checkWhole('firstStep', firstStep, { least: 0, most: plan.length });
  const steps = plan.map((numbers, step) => ({ numbers, step })).slice(firstStep);
  const map = async ({ numbers, step }: (typeof steps)[number]): Promise<ModelBatch> => {
    const positions = numbers.map((number) => rows[number % rows.length]!);
    const copyOf = (number: number) => (copy === 'all' ? Math.floor(number / rows.length) : copy);
    return {
      images: await readRows(store, positions, Array.from(numbers, copyOf)),
      count: positions.length,
      labels: Int32Array.from(positions, (position) => store.labels[position]!),
      ids: Array.from(positions, (position) => store.ids[position]!),
      step,
    };
  };
  yield* mapOrdered(steps, { limit: 2, signal }, { map });
}

/** Rows of several copies, in the given order. */
async function readRows(
  store: FeatureRows,
  positions: Uint32Array,
  copies: readonly number[],
): Promise<Float32Array> {
  const [first = 0] = copies;
  if (copies.every((copy) => copy === first)) return store.read(positions, first);
  const size = elementCount(store.shape);
  const rows = new Float32Array(positions.length * size);
  for (const copy of new Set(copies)) {
    const places = copies.flatMap((own, at) => (own === copy ? [at] : []));
    const read = await store.read(
      places.map((at) => positions[at]!),
      copy,
    ); // a place in the batch
    for (const [number, at] of places.entries())
      rows.set(read.subarray(number * size, (number + 1) * size), at * size);
  }
  return rows;
}

function positionsOf(store: FeatureRows, ids: readonly string[]): Uint32Array {
  if (ids === store.ids) return Uint32Array.from(ids, (_, at) => at);
  const known = new Map(store.ids.map((id, at) => [id, at]));
  return Uint32Array.from(ids, (id) => {
    const position = known.get(id);
    if (position !== undefined) return position;
    throw new SproutError('name-unknown', {
      kind: 'sample',
      name: id,
      known: store.ids.slice(0, 5),
    });
  });
}
