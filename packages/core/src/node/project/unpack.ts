import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { isNotEmpty } from '../system/is-not-empty.ts';
import { unwritable } from '../system/unwritable.ts';
import { makeFolder } from '../write/make-folder.ts';
import { removeLeftoversIn } from '../write/remove-leftovers-in.ts';
import { syncFolder } from '../write/sync-folder.ts';
import { temporaryPath } from '../write/temporary-path.ts';
import type { ZipArchive } from '../zip/read-zip.ts';
import type { Example } from './list-examples.ts';

export interface UnpackOptions {
  readonly archive: ZipArchive;
  readonly examples: readonly Example[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes examples as files into a folder. They are written to a temporary folder, which is renamed when it is complete. An existing folder
 * is kept if it is complete, and replaced if a file is damaged or missing.
 *
 * @throws {SproutError} `file-invalid` for a damaged entry; `file-unwritable`. The signal's reason once it is aborted.
 */
export async function unpack(folder: string, options: UnpackOptions): Promise<void> {
  if (await isComplete(folder, options)) return;
  const home = dirname(folder);
  const projects = dirname(home);
  const temporary = temporaryPath(projects); // after a crash, the next call for any project removes it
  try {
    await makeFolder(projects);
    await removeLeftoversIn(projects);
    await mkdir(temporary);
    await writeExamples(temporary, options);
    await makeFolder(home);
    if (!(await renamed(temporary, folder)) && !(await isComplete(folder, options))) {
      await rm(folder, { recursive: true, force: true });
      await renamed(temporary, folder); // `false` if another process has replaced it already
    }
    await syncFolder(home);
  } catch (error) {
    throw explained(folder, error);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // the first error is the one to report
  }
}

/** Does not flush the files to the disk: `isComplete` finds files that a power failure has damaged. */
async function writeExamples(
  folder: string,
  { archive, examples, signal }: UnpackOptions,
): Promise<void> {
  for (const name of new Set(examples.map(({ id }) => dirname(id))))
    await mkdir(join(folder, name));
  for (const { id, entry } of examples) {
    signal?.throwIfAborted();
    await writeFile(join(folder, id), archive.read(entry));
  }
}

/** Whether the folder has a file for each example, with the size and the checksum that the archive states. */
async function isComplete(
  folder: string,
  { archive, examples, signal }: UnpackOptions,
): Promise<boolean> {
  for (const { id, entry } of examples) {
    signal?.throwIfAborted();
    const { size, crc } = archive.entries.get(entry)!; // each example has an entry
    const bytes = await readFile(join(folder, id)).catch(() => undefined);
    if (bytes?.length !== size || crc32(bytes) !== crc) return false;
  }
  return true;
}

/** Renames a folder. `false` if a folder with files has the new name already. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isNotEmpty(error)) return false;
    throw error;
  }
}

/** Adds the purpose of the folder to an error of the operating system. Any other error is unchanged. */
function explained(folder: string, error: unknown): unknown {
  const found = unwritable(folder, error);
  if (!isSproutError(found, 'file-unwritable')) return error;
  const reason = `${found.context.reason}; the images of the project are unpacked there, and SPROUT_CACHE can name another folder`;
  return new SproutError('file-unwritable', { file: folder, reason }, { cause: error });
}
