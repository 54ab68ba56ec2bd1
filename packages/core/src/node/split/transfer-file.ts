import { constants } from 'node:fs';
import { chmod, copyFile, link, lstat, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import type { Transfer } from './split-plan.ts';
import { systemCode } from '../system/system-reason.ts';
import { temporaryPath } from '../write/temporary-path.ts';

/** Copies a file with its times and permissions, atomically. @throws {SproutError} `file-exists`; the system's error. */
export async function copyWhole({ from, to }: Transfer): Promise<void> {
  const temporary = temporaryPath(dirname(to));
  try {
    await copyFile(from, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atime, mtime, mode } = await stat(from);
    await chmod(temporary, mode | constants.S_IWUSR); // a copy of a read-only file must be opened for writing to flush it
    const file = await open(temporary, 'r+');
    try {
      await file.utimes(atime, mtime);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await nameOnce(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Gives a file a second name, and never overwrites a file. On another device, or where the file system has no hard links, the
 * second name is a copy.
 *
 * @throws {SproutError} `file-exists`; the system's error.
 */
export async function nameAgain({ from, to }: Transfer): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw new SproutError('file-exists', { file: to }, { cause: error });
    if (code === undefined || !WITHOUT_LINKS.has(code)) throw error;
    await copyWhole({ from, to });
  }
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
