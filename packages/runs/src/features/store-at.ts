import { isSproutError } from '@sprout/core';
import {
  type FeatureStore,
  holdsStore,
  openFeatureStore,
  readStoreContents,
  type StoreContents,
} from '@sprout/train';

/**
 * The contents of the feature store in a folder; `undefined` if there is none yet.
 *
 * @throws {SproutError} `folder-occupied` where the folder holds anything else; `file-invalid`, `file-missing`.
 */
export async function storeAt(folder: string): Promise<StoreContents | undefined> {
  return (await holdsStore(folder)) ? await readStoreContents(folder) : undefined;
}

/** A store whose rows are all there and whole; `undefined` if one is missing or damaged. Reads all of it. */
export async function completeStore(folder: string): Promise<FeatureStore | undefined> {
  try {
    const store = await openFeatureStore(folder);
    await store.verify();
    return store;
  } catch (error) {
    if (isSproutError(error, 'file-missing') || isSproutError(error, 'file-invalid'))
      return undefined;
    throw error;
  }
}
