import { planEpoch } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { featureBatches, type FeatureBatchesOptions } from './feature-batches.ts';
import type { FeatureRows } from './feature-rows.ts';

/** A store whose row r of copy c is `[r, c]`. */
const store: FeatureRows = {
  shape: [2],
  copies: 3,
  ids: ['a', 'b', 'c', 'd', 'e'],
  labels: Int32Array.of(0, 1, 0, 1, 2),
  read: async (positions, copy) =>
    Float32Array.from(Array.from(positions).flatMap((position) => [position, copy])),
};

async function rowsOf(options: Partial<FeatureBatchesOptions> = {}) {
  const batches = [];
  const given = { batchSize: 2, seed: 7, epoch: 0, ...options };
  for await (const batch of featureBatches(store, given)) batches.push(batch);
  return batches;
}

describe('featureBatches', () => {
  test('gives the order of the plan of the epoch', async () => {
    for (const epoch of [0, 4]) {
      const plan = planEpoch({ count: 5, batchSize: 2, seed: 7, epoch });
      const batches = await rowsOf({ epoch });
      expect(batches.map(({ ids }) => ids)).toEqual(
        plan.map((numbers) => Array.from(numbers, (number) => store.ids[number])),
      );
      expect(batches.map(({ step, count }) => [step, count])).toEqual([
        [0, 2],
        [1, 2],
        [2, 1],
      ]);
    }
  });

  test('has the features, labels and ids of the same samples', async () => {
    const [first] = await rowsOf({ ids: ['e', 'b', 'c'], shuffle: false });
    expect(first).toEqual({
      images: Float32Array.of(4, 0, 1, 0),
      count: 2,
      labels: Int32Array.of(2, 1),
      ids: ['e', 'b'],
      step: 0,
    });
  });

  test('takes another copy in every epoch, or the one asked for', async () => {
    const copyOf = async (options: Partial<FeatureBatchesOptions>) =>
      (await rowsOf(options))[0]?.images[1];
    expect(await copyOf({ epoch: 1 })).toBe(1);
    expect(await copyOf({ epoch: 5 })).toBe(2);
    expect(await copyOf({ epoch: 5, copy: 0 })).toBe(0);
  });

  test('has every copy of every sample once with all of them', async () => {
    const ids = ['e', 'b'];
    const batches = await rowsOf({ ids, copy: 'all', batchSize: 4, shuffle: false });
    expect(batches.map(({ images }) => Array.from(images))).toEqual([
      [4, 0, 1, 0, 4, 1, 1, 1],
      [4, 2, 1, 2],
    ]);
    expect(batches.map((batch) => batch.ids)).toEqual([['e', 'b', 'e', 'b'], ids]);
    expect(batches.flatMap(({ labels }) => Array.from(labels))).toEqual([2, 1, 2, 1, 2, 1]);
    const shuffled = await rowsOf({ copy: 'all', batchSize: 4 });
    const rows = shuffled.flatMap(({ images, count }) =>
      Array.from({ length: count }, (_, row) => images.slice(row * 2, row * 2 + 2).join(' ')),
    );
    expect(new Set(rows).size).toBe(15);
    expect(rows.slice(0, 4)).not.toEqual(rows.slice(0, 4).toSorted());
  });

  test('resumes within an epoch', async () => {
    expect(await rowsOf({ firstStep: 1 })).toEqual((await rowsOf()).slice(1));
    expect(await rowsOf({ firstStep: 3 })).toEqual([]);
    await expect(rowsOf({ firstStep: 4 })).rejects.toMatchObject({ code: 'option-invalid' });
  });

  test('refuses a sample that the store lacks', async () => {
    await expect(rowsOf({ ids: ['a', 'f'] })).rejects.toMatchObject({
      code: 'name-unknown',
      context: { kind: 'sample', name: 'f' },
    });
  });
});
