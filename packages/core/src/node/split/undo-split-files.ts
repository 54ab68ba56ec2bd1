import { rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { isWithin } from '../system/is-within.ts';
import { systemCode, systemReason } from '../system/system-reason.ts';
import { lock } from '../write/lock.ts';
import { makeFolder } from '../write/make-folder.ts';
import { removeLeftovers } from '../write/remove-leftovers.ts';
import type { SplitFolders } from './split-files.ts';
import { journalOf, readJournal, splitLockOf } from './split-journal.ts';
import type { SplitPlan, Transfer } from './split-plan.ts';
import { syncFoldersOf } from './sync-folders-of.ts';
import { GROUP } from './transfer-all.ts';
import { isSameFile, isThere, nameAgain } from './transfer-file.ts';

export interface UndoneSplit {
  /** Copies that were not removed, because they now differ from their originals or the originals are gone. */
  readonly kept: readonly string[];
  /** Moved files that are in neither their old nor their new place. */
  readonly missing: readonly string[];
  /** Files that could not be moved back or removed. */
  readonly failed: readonly FailedUndo[];
}

export interface FailedUndo {
  readonly file: string;
  readonly reason: string;
}

/**
 * Undoes a split: moves files back to their old places or removes the copies, then removes empty folders and the journal.
 * Other files are kept. The journal is kept while a file is missing or could not be moved back; the call can then be repeated.
 *
 * @throws {SproutError} `file-missing` when there is no journal; `file-invalid` when it was changed, or names files outside of
 * the two folders; `run-locked` while another process changes the split. No file has then been touched.
 */
export async function undoSplitFiles(folders: SplitFolders): Promise<UndoneSplit> {
  const out = resolve(folders.out);
  const dataset = resolve(folders.dataset);
  const plan = await readJournal(out, dataset);
  const undone = await underLock(plan, dataset);
  if (undone.missing.length === 0 && undone.failed.length === 0)
    await rmdir(out).catch(() => undefined); // it is kept when other files are in it
  return undone;
}

async function underLock(plan: SplitPlan, dataset: string): Promise<UndoneSplit> {
  const { mode, out, transfers } = plan;
  await using _lock = await lock(splitLockOf(out), out);
  const undone = { kept: [] as string[], missing: [] as string[], failed: [] as FailedUndo[] };
  for (let start = 0; start < transfers.length; start += GROUP) {
    const group = transfers.slice(start, start + GROUP);
    const done = mode === 'move' ? await moveBack(group, dataset) : await removeCopies(group);
    undone.kept.push(...done.kept);
    undone.missing.push(...done.missing);
    undone.failed.push(...done.failed);
  }
  const isComplete = undone.missing.length === 0 && undone.failed.length === 0;
  if (isComplete) await removeLeftovers(out); // otherwise one of them may be the last copy of a missing file
  await removeEmptyFolders(plan);
  if (isComplete) await rm(journalOf(out));
  return undone;
}

/** Moves files back. Their old names are on the disk before the new ones are removed. */
async function moveBack(transfers: readonly Transfer[], dataset: string): Promise<UndoneSplit> {
  const missing: string[] = [];
  const failed: FailedUndo[] = [];
  const named: Transfer[] = [];
  for (const { from, to } of transfers) {
    await attempt(to, failed, async () => {
      if (await isThere(to)) {
        await restoreName({ from: to, to: from });
        named.push({ from: to, to: from });
      } else if (!(await isThere(from))) missing.push(from);
    });
  }
  await attempt(dataset, failed, async () => {
    if (named.length > 0) await syncFoldersOf(named, dataset);
    for (const { from } of named) await attempt(from, failed, () => rm(from));
  });
  return { kept: [], missing, failed };
}

async function removeCopies(transfers: readonly Transfer[]): Promise<UndoneSplit> {
  const kept: string[] = [];
  const failed: FailedUndo[] = [];
  for (const { from, to } of transfers) {
    await attempt(to, failed, async () => {
      if (!(await isThere(to))) return;
      if ((await isThere(from)) && (await isSameFile(from, to))) await rm(to);
      else kept.push(to);
    });
  }
  return { kept, missing: [], failed };
}

/** Gives a file its old name again, unless it still has it. @throws {SproutError} `file-exists` for another file there. */
async function restoreName({ from, to }: Transfer): Promise<void> {
  if (!(await isThere(to))) {
    await makeFolder(dirname(to));
    await nameAgain({ from, to });
  } else if (!(await isSameFile(from, to))) {
    throw new SproutError('file-exists', { file: to });
  }
}

/** Calls `act`, and adds the file with the reason to `failed` if it throws. */
async function attempt(
  file: string,
  failed: FailedUndo[],
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    failed.push({ file, reason: systemReason(error) });
  }
}

/** Removes the empty ones of the folders that files were put into, and of their parents, deepest first. */
async function removeEmptyFolders({ out, transfers }: SplitPlan): Promise<void> {
  const folders = new Set<string>();
  for (const { to } of transfers) {
    for (let at = dirname(to); at !== out && isWithin(at, out); at = dirname(at)) folders.add(at);
  }
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
    // a folder that is not empty, or that cannot be removed, is kept
    await rmdir(folder).catch((error: unknown) => {
      if (systemCode(error) === undefined) throw error;
    });
  }
}
