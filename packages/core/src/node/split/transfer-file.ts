import { constants } from 'node:fs';
import { copyFile, link, lstat, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import type { Transfer } from './split-plan.ts';
import { systemCode } from '../system/system-reason.ts';
import { temporaryPath } from '../write/temporary-path.ts';

/** Copies a file and its times, atomically. @throws {SproutError} `file-exists`; the system's error. */
export async function copyWhole({ from, to }: Transfer): Promise<void> {
  const temporary = temporaryPath(dirname(to));
  try {
    await copyFile(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atime, mtime } = await stat(from);
    await utimes(temporary, atime, mtime);
    const file = await open(temporary, 'r+');
    await file.sync().finally(() => file.close());
    await nameOnce(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Moves a file and never overwrites one. The file gets its new name before it loses the old one; on another device it is
 * copied and flushed to the disk first. After a crash it has the old name, the new name, or both.
 *
 * @throws {SproutError} `file-exists`; the system's error.
 */
export async function moveFile({ from, to }: Transfer): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw new SproutError('file-exists', { file: to }, { cause: error });
    if (code === undefined || !WITHOUT_LINKS.has(code)) throw error;
    await copyWhole({ from, to });
  }
  await rm(from);
}

/** The codes for a target on another device, and for a file system without hard links. */
const WITHOUT_LINKS = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS']);

/** Gives a temporary file its name. @throws {SproutError} `file-exists`; the system's error. */
async function nameOnce(temporary: string, to: string): Promise<void> {
  try {
    await link(temporary, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw new SproutError('file-exists', { file: to }, { cause: error });
    if (code === undefined || !WITHOUT_LINKS.has(code)) throw error;
    if (await isThere(to)) throw new SproutError('file-exists', { file: to });
    await rename(temporary, to);
  }
}

/** Whether a path exists; a link counts even when its target does not exist. */
export async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Whether two paths refer to the same file or to files with the same content. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b)]);
  if (first.ino !== 0 && first.ino === second.ino && first.dev === second.dev) return true;
  if (first.size !== second.size) return false;
  const [left, right] = await Promise.all([readFile(a), readFile(b)]);
  return left.equals(right);
}
