import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';
import { temporaryPath } from './temporary-path.ts';
import { unwritable } from '../system/unwritable.ts';

/**
 * Writes a whole file so that at any moment, power loss included, either the old or the new file stands under
 * its name: a temporary file beside it, forced to the disk, then renamed.
 *
 * @throws {SproutError} `file-unwritable`; the old file is intact then and nothing is left beside it.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = temporaryPath(dirname(path));
  try {
    await writeDurably(temporary, data);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error tells more
    throw unwritable(path, error, Buffer.byteLength(data));
  }
}

/** Writes a new file and returns when it is on the disk. @throws the system's error. */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}
