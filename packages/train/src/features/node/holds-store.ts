import { SproutError } from '@sprout/core';
import { readdir } from 'node:fs/promises';
import { METADATA } from './store-metadata.ts';

/**
 * Whether a folder holds a feature store, finished or not. It does not if it is empty or does not exist.
 *
 * @throws {SproutError} `folder-occupied` where it holds anything else.
 */
export async function holdsStore(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []); // writing tells why
  if (names.includes(METADATA)) return true;
  if (names.some((name) => !name.startsWith('.sprout-')))
    throw new SproutError('folder-occupied', { folder, holds: 'other files' });
  return false;
}
