import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { makeFolder } from './make-folder.ts';
import { removeLeftoversIn } from './remove-leftovers-in.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { writeAtomic } from './write-atomic.ts';

export interface FolderClaim {
  /** The name of the file that records the purpose. A leading dot makes `scanFolder` ignore it. */
  readonly file: string;
  /** The purpose as text: all options that determine the contents of the folder. */
  readonly purpose: string;
  /** Names the contents of a folder with another purpose, for the error message. */
  readonly others: string;
}

/**
 * Claims a folder for one purpose: creates it if it does not exist, and records the purpose in a file. A folder that was
 * claimed for the same purpose is accepted, so that an interrupted command can be run again; temporary files of ended
 * processes are then removed from it.
 *
 * @throws {SproutError} `folder-occupied` when it holds anything else, `file-unwritable`.
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
  const { left } = await removeLeftoversIn(folder);
  if (left.length > 0) throw new SproutError('folder-occupied', { folder, holds: 'other files' });
  await writeAtomic(path, purpose);
}
