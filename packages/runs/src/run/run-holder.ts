import { isSproutError, lockHolder } from '@sprout/core';
import type { RunFolder } from './run-folder.ts';

/**
 * The process that trains a run, as `process 12 on host`.
 *
 * @returns `undefined` if there is none: the process has ended, for example because it was killed.
 */
export async function runHolder({ lock }: Pick<RunFolder, 'lock'>): Promise<string | undefined> {
  try {
    return await lockHolder(lock);
  } catch (error) {
    if (!isSproutError(error)) throw error;
    return 'an unknown process'; // a lock of another machine in a folder that cannot be written
  }
}
