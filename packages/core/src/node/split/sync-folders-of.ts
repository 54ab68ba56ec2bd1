import { dirname } from 'node:path';
import { syncFolder } from '../write/sync-folder.ts';
import type { Transfer } from './split-plan.ts';

/** Flushes the entries of all folders from the new names of files up to `root`, which contains them. */
export async function syncFoldersOf(transfers: readonly Transfer[], root: string): Promise<void> {
  const folders = new Set<string>([root]);
  for (const { to } of transfers) {
    for (let folder = dirname(to); !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  for (const folder of folders) await syncFolder(folder);
}
