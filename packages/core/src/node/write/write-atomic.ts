import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';
import { temporaryPath } from './temporary-path.ts';
import { unwritable } from '../system/unwritable.ts';

/**
 * Writes a file atomically: at any moment, even after a power failure, its name refers to either the whole old file or
 * the whole new one. The data is written to a temporary file beside it, flushed to the disk and renamed.
 *
 * @throws {SproutError} `file-unwritable`. The old file is then unchanged and the temporary file is removed.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = temporaryPath(dirname(path));
  try {
    await writeDurably(temporary, data);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error is the one to report
    throw unwritable(path, error, Buffer.byteLength(data));
  }
}

/** Writes a new file and flushes it to the disk. @throws the system's error. */
async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}
