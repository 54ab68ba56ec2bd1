import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBeRunning } from '../system/process-tag.ts';
import { systemCode } from '../system/system-reason.ts';
import { temporaryOwner } from './temporary-path.ts';

/**
 * Removes the temporary files and folders below a folder whose processes have ended. Those of running processes and of
 * other machines are kept.
 *
 * @returns The paths that were removed. None when the folder does not exist.
 */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const removed: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const owner = temporaryOwner(entry.name);
    if (owner !== undefined && !mayBeRunning(owner)) {
      await rm(path, { recursive: true, force: true });
      removed.push(path);
    } else if (entry.isDirectory()) {
      removed.push(...(await removeLeftovers(path)));
    }
  }
  return removed;
}
