import { lstat, open, readFile, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { SproutError } from '../../errors/sprout-error.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';

const WRITING_MS = 200;

/** A lock file that this process has made. */
export interface LockFile {
  /** Writes the content again, so that the time of the file shows that its process is running. */
  readonly touch: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Makes a lock file. One that cannot be written completely is removed.
 *
 * @returns `undefined` if the path exists.
 * @throws {SproutError} `file-unwritable`
 */
export async function createLockFile(path: string, content: string): Promise<LockFile | undefined> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw unwritable(path, error);
  });
  if (file === undefined) return undefined;
  try {
    await file.writeFile(content);
  } catch (error) {
    await file.close().catch(() => undefined); // the first error is the one to report
    await rm(path, { force: true }).catch(() => undefined);
    throw unwritable(path, error, Buffer.byteLength(content));
  }
  return {
    touch: async () => void (await file.write(content, 0)),
    close: () => file.close(),
  };
}

/**
 * The content of a lock file. An empty one is read again a little later: its process may still be writing it.
 *
 * @returns `undefined` if there is none.
 * @throws {SproutError} `file-unwritable`, also for a pipe, a link or a folder.
 */
export async function readLockFile(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isFile())
      throw new SproutError('file-unwritable', { file: path, reason: 'it is not a regular file' });
    const content = await readFile(path, 'utf8');
    if (content !== '') return content;
    await setTimeout(WRITING_MS);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
}
