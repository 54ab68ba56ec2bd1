import type { Dirent } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mayBeRunning } from '../system/process-tag.ts';
import { systemCode } from '../system/system-reason.ts';
import { temporaryOwner } from './temporary-path.ts';

export interface FolderWithoutLeftovers {
  /** The paths that were removed. */
  readonly removed: readonly string[];
  readonly left: readonly Dirent[];
}

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Removes the temporary files and folders directly in a folder whose processes have ended. Those of running processes and of
 * other machines are kept, and sub-folders are not opened.
 *
 * @returns Nothing removed and nothing left when the folder does not exist.
 */
export async function removeLeftoversIn(folder: string): Promise<FolderWithoutLeftovers> {
  const removed: string[] = [];
  const left: Dirent[] = [];
  for (const entry of await entriesOf(folder)) {
    const owner = temporaryOwner(entry.name);
    if (owner === undefined || mayBeRunning(owner)) {
      left.push(entry);
    } else {
      const path = join(folder, entry.name);
      await rm(path, { recursive: true, force: true });
      removed.push(path);
    }
  }
  return { removed, left };
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (NOT_THERE.has(systemCode(error) ?? '')) return [];
    throw error;
  }
}
