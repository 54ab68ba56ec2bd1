import { createFeatureStore } from '../src/features/node/create-feature-store.ts';
import { STORE, storeRows } from './feature-store.ts';

/** Writes the store of `scripts/fixtures/feature_store.py`. */
export async function fillStore(folder: string): Promise<void> {
  await using store = await createFeatureStore(folder, STORE);
  for (const copy of [0, 1])
    for (const [step, positions] of [[0, 1], [2, 3], [4]].entries())
      await store.write(storeRows(positions, copy), { copy, step });
}
