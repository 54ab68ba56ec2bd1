import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { isNotEmpty } from '../system/is-not-empty.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';
import { makeFolder } from './make-folder.ts';
import { removeLeftoversIn } from './remove-leftovers-in.ts';
import { syncFolder } from './sync-folder.ts';
import { temporaryPath } from './temporary-path.ts';

export interface WriteFolderOptions {
  /** Writes the files, and flushes them to the disk, into the folder that it is given. */
  readonly fill: (temporary: string) => Promise<void>;
  /** The file without which the others are of no use. */
  readonly last: string;
}

/**
 * Writes some files as one act. They are written to a temporary folder beside the target, which then gets its name: after a
 * crash there is no folder or a whole one. If the folder exists, its other files are kept, and the new ones are moved into it,
 * `last` at the end. Files that are there already with the same bytes are accepted, so that a call after a crash finishes.
 *
 * @throws {SproutError} `file-exists` for another file of the same name; nothing is then written. `file-unwritable`.
 */
export async function writeFolder(
  folder: string,
  { fill, last }: WriteFolderOptions,
): Promise<void> {
  const target = resolve(folder);
  const exists = await isFolder(target, folder);
  const home = exists ? target : dirname(target); // an existing folder may be on another disk than its parent
  const temporary = temporaryPath(home);
  try {
    await makeFolder(home);
    await removeLeftoversIn(home);
    await makeFolder(temporary);
    await fill(temporary);
    if (exists) await moveInto(temporary, target, { folder, last });
    else await rename(temporary, target);
    await syncFolder(home);
  } catch (error) {
    throw explained(folder, error);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // the first error is the one to report
  }
}

/** @throws {SproutError} `file-exists` for a file. */
async function isFolder(path: string, folder: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unwritable(folder, error);
  });
  if (found !== undefined && !found.isDirectory())
    throw new SproutError('file-exists', { file: folder });
  return found !== undefined;
}

async function moveInto(
  temporary: string,
  target: string,
  { folder, last }: { readonly folder: string; readonly last: string },
): Promise<void> {
  const names = (await readdir(temporary)).filter((name) => name !== last);
  const missing: string[] = [];
  for (const name of [...names, last]) {
    const before = await contentOf(join(target, name));
    if (before === undefined) missing.push(name);
    else if (!before.equals(await readFile(join(temporary, name))))
      throw new SproutError('file-exists', { file: join(folder, name) });
  }
  for (const name of missing) {
    if (name === last) await syncFolder(target); // the others are on the disk before it
    await rename(join(temporary, name), join(target, name));
  }
}

async function contentOf(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
}

function explained(folder: string, error: unknown): unknown {
  if (isSproutError(error)) return error;
  if (isNotEmpty(error)) return new SproutError('file-exists', { file: folder }, { cause: error }); // it was made in the meantime
  return unwritable(folder, error);
}
