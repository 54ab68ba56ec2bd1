import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { makeFolder } from './make-folder.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { writeAtomic } from './write-atomic.ts';

export interface FolderClaim {
  /** The file that tells what the folder is for; begin it with a dot, so that no scan takes it for data. */
  readonly file: string;
  /** What the folder is for: all that what is written into it depends on. */
  readonly purpose: string;
  /** What a folder with another purpose holds, for the error. */
  readonly others: string;
}

/**
 * Makes a folder to write into, or finds that it holds, whole or begun, what is going to be written: a command may then be run
 * again. What processes that have ended left unfinished in it is removed.
 *
 * @throws {SproutError} `folder-occupied` where it holds anything else, `file-unwritable`.
 */
export async function claimFolder(
  folder: string,
  { file, purpose, others }: FolderClaim,
): Promise<void> {
  await makeFolder(folder);
  const path = join(folder, file);
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found === purpose) {
    await removeLeftovers(folder);
    return;
  }
  if (found !== undefined) throw new SproutError('folder-occupied', { folder, holds: others });
  if ((await readdir(folder)).length > 0)
    throw new SproutError('folder-occupied', { folder, holds: 'other files' });
  await writeAtomic(path, purpose);
}
