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
  /** Stops between two files, as a crash would. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does what `planSplitFiles` planned. The plan is written down first, as a journal in the new folder; after a crash
 * `finishSplitFiles` does the rest and `undoSplitFiles` takes everything back, as it does any time later.
 *
 * @throws {SproutError} `file-exists` where a split was laid out there before or a file is in the way, `file-unwritable`.
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
 * Ends a split that was interrupted: what was carried already is left as it is.
 *
 * @throws {SproutError} As `splitFiles`; `file-missing` without a journal.
 */
export async function finishSplitFiles(out: string): Promise<void> {
  const { mode, transfers, ...plan } = await readJournal(resolve(out));
  await removeLeftovers(plan.out);
  const left: Transfer[] = [];
  for (const transfer of transfers) {
    if (!(await isThere(transfer.to))) left.push(transfer);
    else if (mode === 'move') await reporting(transfer.to, () => dropOldName(transfer));
  }
  await carryOut({ ...plan, mode, transfers: left });
}

/** What undoing a split left alone. */
export interface UndoneSplit {
  /** Copies that differ from their originals now, or whose originals are gone. */
  readonly kept: readonly string[];
  /** Moved files that are neither where they were nor where they went. */
  readonly missing: readonly string[];
}

/**
 * Takes a split back: moved files return to where they were, copies are removed, then the folders left empty and the
 * journal. Other files stay. Can be repeated when it was interrupted.
 *
 * @throws {SproutError} `file-exists` where another file is in an old place; all others are back then, and it can be repeated
 * once that place is free. `file-missing` without a journal.
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
      await reporting(to, () => takeBack(transfer)).catch((error: unknown) => {
        if (!isSproutError(error, 'file-exists')) throw error;
        conflicts.push(error);
      });
    } else if ((await isThere(from)) && (await isSameFile(from, to))) {
      await reporting(to, () => rm(to));
    } else {
      kept.push(to);
    }
  }
  await removeEmptyFolders({ mode, ...plan });
  if (conflicts.length > 0) throw conflicts[0];
  await rm(journalOf(plan.out));
  await rmdir(plan.out).catch(() => undefined); // stays when something else is in it
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
    await reporting(transfer.to, () =>
      mode === 'copy' ? copyWhole(transfer) : moveFile(transfer),
    );
    onProgress?.(++done);
  }
  for (const folder of foldersOf(transfers)) await syncFolder(folder);
}

/** A move that was interrupted between its two names: the old one goes, if it is the same file. */
async function dropOldName({ from, to }: Transfer): Promise<void> {
  if (!(await isThere(from))) return;
  if (!(await isSameFile(from, to))) throw new SproutError('file-exists', { file: to });
  await rm(from);
}

async function takeBack({ from, to }: Transfer): Promise<void> {
  if (await isThere(from)) return await dropOldName({ from: to, to: from });
  await makeFolder(dirname(from));
  await moveFile({ from: to, to: from });
}

async function reporting(file: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw unwritable(file, error);
  }
}

function foldersOf(transfers: readonly Transfer[]): Set<string> {
  return new Set(transfers.map(({ to }) => dirname(to)));
}

/** The folders that files went to and those above them, deepest first, as far as they are empty. */
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
