import { canonicalJson, claimFolder } from '@sprout/core';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The file that marks the folder as a cache of a store. */
const MARK = '.sprout-images.json';

/** The folder beside a feature store that caches prepared images until the store is complete. */
export function imageCache(store: string): string {
  return `${resolve(store)}.cache`;
}

/** Makes the folder of a cache. @throws {SproutError} `folder-occupied` where it holds anything else; `file-unwritable`. */
export async function claimImageCache(store: string): Promise<void> {
  const claim = { file: MARK, purpose: purposeOf(store), others: 'images of another store' };
  await claimFolder(imageCache(store), claim);
}

/** Removes the cache of a store. Any other folder of that name stays. */
export async function removeImageCache(store: string): Promise<void> {
  const folder = imageCache(store);
  const found = await readFile(join(folder, MARK), 'utf8').catch(() => undefined);
  if (found === purposeOf(store)) await rm(folder, { recursive: true, force: true });
}

function purposeOf(store: string): string {
  return canonicalJson({ store: resolve(store) });
}
