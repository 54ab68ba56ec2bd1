import { rm, rmdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { makeFolder } from '../write/make-folder.ts';
import { removeLeftovers } from '../write/remove-leftovers.ts';
import { journalOf, readJournal, writeJournal } from './split-journal.ts';
import type { SplitPlan, Transfer } from './split-plan.ts';
import { syncFolder } from '../write/sync-folder.ts';
import { systemCode } from '../system/system-reason.ts';
import { copyWhole, isSameFile, isThere, moveFile } from './transfer-file.ts';
import { unwritable } from '../system/unwritable.ts';

export interface SplitFilesOptions {
  /** Called after each file. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Aborting stops between two files, and leaves the same state as a crash. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Carries out a plan of `planSplitFiles`. The plan is first written to a journal in the new folder. After a crash
 * `finishSplitFiles` completes the split; `undoSplitFiles` can undo it at any time.
 *
 * @throws {SproutError} `file-exists` when the folder has a journal or a file would be overwritten, `file-unwritable`.
 */
export async function splitFiles(
  { mode, out, transfers }: SplitPlan,
  { onProgress, signal }: SplitFilesOptions = {},
): Promise<void> {
  const absolute = transfers.map(({ from, to }) => ({ from: resolve(from), to: resolve(to) }));
  const plan: SplitPlan = { mode, out: resolve(out), transfers: absolute };
  if (await isThere(journalOf(plan.out))) {
    throw new SproutError('file-exists', { file: journalOf(plan.out) });
  }
  await makeFolder(plan.out);
  await writeJournal(plan);
  await carryOut(plan, { onProgress, signal });
}

/**
 * Completes a split that was interrupted. Files that were already copied or moved are not touched.
 *
 * @throws {SproutError} As `splitFiles`; `file-missing` when there is no journal.
 */
export async function finishSplitFiles(out: string): Promise<void> {
  const { mode, transfers, ...plan } = await readJournal(resolve(out));
  await removeLeftovers(plan.out);
  const left: Transfer[] = [];
  for (const transfer of transfers) {
    if (!(await isThere(transfer.to))) left.push(transfer);
    else if (mode === 'move') await orUnwritable(transfer.to, () => dropOldName(transfer));
  }
  await carryOut({ ...plan, mode, transfers: left });
}

/** The files that could not be undone. */
export interface UndoneSplit {
  /** Copies that were not removed, because they now differ from their originals or the originals are gone. */
  readonly kept: readonly string[];
  /** Moved files that are in neither their old nor their new place. */
  readonly missing: readonly string[];
}

/**
 * Undoes a split: moves files back to their old places or removes the copies, then removes empty folders and the journal.
 * Other files are kept. It can be repeated after an interruption.
 *
 * @throws {SproutError} `file-exists` when another file is in an old place. All other files have then been moved back, and the
 * call can be repeated when that place is free. `file-missing` when there is no journal.
 */
export async function undoSplitFiles(out: string): Promise<UndoneSplit> {
  const { mode, ...plan } = await readJournal(resolve(out));
  await removeLeftovers(plan.out);
  const kept: string[] = [];
  const missing: string[] = [];
  const conflicts: unknown[] = [];
  for (const transfer of plan.transfers) {
    const { from, to } = transfer;
    if (!(await isThere(to))) {
      if (!(await isThere(from))) missing.push(from);
    } else if (mode === 'move') {
      await orUnwritable(to, () => moveBack(transfer)).catch((error: unknown) => {
        if (!isSproutError(error, 'file-exists')) throw error;
        conflicts.push(error);
      });
    } else if ((await isThere(from)) && (await isSameFile(from, to))) {
      await orUnwritable(to, () => rm(to));
    } else {
      kept.push(to);
    }
  }
  await removeEmptyFolders({ mode, ...plan });
  if (conflicts.length > 0) throw conflicts[0];
  await rm(journalOf(plan.out));
  await rmdir(plan.out).catch(() => undefined); // it is kept when other files are in it
  return { kept, missing };
}

async function carryOut(
  { mode, transfers }: SplitPlan,
  { onProgress, signal }: SplitFilesOptions = {},
): Promise<void> {
  let done = 0;
  for (const transfer of transfers) {
    signal?.throwIfAborted();
    await makeFolder(dirname(transfer.to));
    await orUnwritable(transfer.to, () =>
      mode === 'copy' ? copyWhole(transfer) : moveFile(transfer),
    );
    onProgress?.(++done);
  }
  for (const folder of foldersOf(transfers)) await syncFolder(folder);
}

/**
 * Completes a move that was interrupted when the file had both names: removes the old name if both are the same file.
 */
async function dropOldName({ from, to }: Transfer): Promise<void> {
  if (!(await isThere(from))) return;
  if (!(await isSameFile(from, to))) throw new SproutError('file-exists', { file: to });
  await rm(from);
}

async function moveBack({ from, to }: Transfer): Promise<void> {
  if (await isThere(from)) return await dropOldName({ from: to, to: from });
  await makeFolder(dirname(from));
  await moveFile({ from: to, to: from });
}

/** @throws {SproutError} `file-unwritable` for an error of the system, any other error unchanged. */
async function orUnwritable(file: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw unwritable(file, error);
  }
}

function foldersOf(transfers: readonly Transfer[]): Set<string> {
  return new Set(transfers.map(({ to }) => dirname(to)));
}

/** Removes the empty ones of the folders that files were put into, and of their parents, deepest first. */
async function removeEmptyFolders({ out, transfers }: SplitPlan): Promise<void> {
  const folders = new Set<string>();
  for (const folder of foldersOf(transfers)) {
    for (let at = folder; at.startsWith(out + sep); at = dirname(at)) folders.add(at);
  }
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
    await rmdir(folder).catch((error: unknown) => {
      const code = systemCode(error) ?? '';
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error;
    });
  }
}
