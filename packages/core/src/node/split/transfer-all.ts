import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unwritable } from '../system/unwritable.ts';
import { makeFolder } from '../write/make-folder.ts';
import type { SplitMode, Transfer } from './split-plan.ts';
import { syncFoldersOf } from './sync-folders-of.ts';
import { copyWhole, nameAgain } from './transfer-file.ts';

/** The number of files that are moved between two flushes of their folders. */
export const GROUP = 64;

export interface TransferAllOptions {
  readonly mode: SplitMode;
  /** A folder that exists and contains all targets. */
  readonly root: string;
  /** Called after each file. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Aborting stops between two files. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies or moves files. The new names of a group of files are on the disk before the old ones are removed, so that after a
 * power failure each file has its old name, its new name, or both.
 *
 * @throws {SproutError} `file-exists`, `file-unwritable`; the signal's reason.
 */
export async function transferAll(
  transfers: readonly Transfer[],
  { mode, root, onProgress, signal }: TransferAllOptions,
): Promise<void> {
  signal?.throwIfAborted();
  const place = mode === 'copy' ? copyWhole : nameAgain;
  for (let start = 0; start < transfers.length; start += GROUP) {
    const placed: Transfer[] = [];
    for (const transfer of transfers.slice(start, start + GROUP)) {
      if (signal?.aborted === true) break;
      await makeFolder(dirname(transfer.to));
      await place(transfer).catch(rethrowUnwritable(transfer.to));
      placed.push(transfer);
      onProgress?.(start + placed.length);
    }
    if (mode === 'move') await removeOldNames(placed, root);
    else await syncFoldersOf(placed, root).catch(rethrowUnwritable(root));
    signal?.throwIfAborted();
  }
}

/**
 * Removes the old names of files, after their new names are on the disk.
 *
 * @param root A folder that contains all new names.
 * @throws {SproutError} `file-unwritable`
 */
export async function removeOldNames(transfers: readonly Transfer[], root: string): Promise<void> {
  await syncFoldersOf(transfers, root).catch(rethrowUnwritable(root));
  for (const { from } of transfers) await rm(from).catch(rethrowUnwritable(from));
}

function rethrowUnwritable(file: string) {
  return (error: unknown): never => {
    throw unwritable(file, error);
  };
}
