import { resolve } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { lock } from '../write/lock.ts';
import { makeFolder } from '../write/make-folder.ts';
import { removeLeftovers } from '../write/remove-leftovers.ts';
import { journalOf, readJournal, splitLockOf, writeJournal } from './split-journal.ts';
import type { SplitPlan, Transfer } from './split-plan.ts';
import { removeOldNames, transferAll, type TransferAllOptions } from './transfer-all.ts';
import { isSameFile, isThere } from './transfer-file.ts';

export type SplitFilesOptions = Pick<TransferAllOptions, 'onProgress' | 'signal'>;

/**
 * Carries out a plan of `planSplitFiles`. The plan is first written to a journal in the new folder. After a crash or a power
 * failure `finishSplitFiles` completes the split; `undoSplitFiles` can undo it at any time.
 *
 * @throws {SproutError} `file-exists` when the folder has a journal or a file would be overwritten, `file-unwritable`,
 * `run-locked` while another process splits into the folder.
 */
export async function splitFiles(plan: SplitPlan, options: SplitFilesOptions = {}): Promise<void> {
  const { mode } = plan;
  const out = resolve(plan.out);
  const transfers = plan.transfers.map(({ from, to }) => ({
    from: resolve(from),
    to: resolve(to),
  }));
  await makeFolder(out);
  await using _lock = await lock(splitLockOf(out), out);
  if (await isThere(journalOf(out))) throw new SproutError('file-exists', { file: journalOf(out) });
  await writeJournal({ mode, out, transfers });
  await transferAll(transfers, { ...options, mode, root: out });
}

export interface SplitFolders {
  /** The folder of the split. */
  readonly out: string;
  /** The folder from which the files came. */
  readonly dataset: string;
}

/**
 * Completes a split that was interrupted. Files that were already copied or moved are not touched.
 *
 * @throws {SproutError} As `splitFiles`; `file-missing` when there is no journal, `file-invalid` when it was changed.
 */
export async function finishSplitFiles(folders: SplitFolders): Promise<void> {
  const out = resolve(folders.out);
  const { mode, transfers } = await readJournal(out, resolve(folders.dataset));
  await using _lock = await lock(splitLockOf(out), out);
  const left: Transfer[] = [];
  const named: Transfer[] = [];
  for (const transfer of transfers) {
    if (!(await isThere(transfer.to))) left.push(transfer);
    else if (mode === 'move' && (await isThere(transfer.from))) named.push(transfer);
  }
  for (const { from, to } of named) {
    if (!(await isSameFile(from, to))) throw new SproutError('file-exists', { file: to });
  }
  await removeOldNames(named, out);
  await transferAll(left, { mode, root: out });
  await removeLeftovers(out);
}
