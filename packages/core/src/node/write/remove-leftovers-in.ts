import type { Dirent } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFromHere, isRunningHere } from '../system/process-tag.ts';
import { systemCode } from '../system/system-reason.ts';
import { isSilent } from './is-silent.ts';
import { temporaryOwner } from './temporary-path.ts';

export interface FolderWithoutLeftovers {
  /** The paths that were removed. */
  readonly removed: readonly string[];
  readonly left: readonly Dirent[];
}

/** Far longer than any file takes to be written. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Removes the temporary files and folders directly in a folder whose processes have ended. Those of running processes are kept.
 * The processes of other machines and containers cannot be seen here: their files are removed if they were not written for a day.
 * Sub-folders are not opened.
 *
 * @returns Nothing removed and nothing left when the folder does not exist.
 */
export async function removeLeftoversIn(folder: string): Promise<FolderWithoutLeftovers> {
  const removed: string[] = [];
  const left: Dirent[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (!(await isLeftover(path))) {
      left.push(entry);
    } else {
      await rm(path, { recursive: true, force: true });
      removed.push(path);
    }
  }
  return { removed, left };
}

async function isLeftover(path: string): Promise<boolean> {
  const owner = temporaryOwner(basename(path));
  if (owner === undefined) return false;
  if (isFromHere(owner)) return !isRunningHere(owner);
  return await isSilent(path, ABANDONED_MS).catch(() => false); // in a folder that cannot be written, nothing can be removed
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (NOT_THERE.has(systemCode(error) ?? '')) return [];
    throw error;
  }
}
