import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';
import { syncFolder } from './sync-folder.ts';

/** Creates a folder and its parents unless they exist, and flushes new ones to the disk. @throws {SproutError} `file-unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeWithParents(resolve(folder));
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** The option `recursive` of `mkdir` never returns where the system has no folders to make, as in `/proc`. */
async function makeWithParents(folder: string): Promise<void> {
  if (await made(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeWithParents(parent);
  if (await made(folder)) return;
  const reason = `no folder can be made in ${parent}`;
  throw new SproutError('file-unwritable', { file: folder, reason });
}

/** Creates a folder unless it exists. @returns Whether it exists now; if not, it has no parent. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    if (await isFolder(folder)) return true; // the code differs between systems
    throw error;
  }
  await syncFolder(dirname(folder));
  return true;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
