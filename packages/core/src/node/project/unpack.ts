import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from '../../bytes/crc32.ts';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { systemCode, systemReason } from '../system/system-reason.ts';
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

const NOT_EMPTY = new Set(['EEXIST', 'ENOTEMPTY']);

/**
 * Writes examples as files into a folder, which gets its name when it is complete. A folder that is there and complete is kept;
 * one that is damaged is replaced.
 *
 * @throws {SproutError} `file-invalid` for a damaged entry; `file-unwritable`. The signal's reason once it is aborted.
 */
export async function unpack(folder: string, options: UnpackOptions): Promise<void> {
  if (await isComplete(folder, options)) return;
  const home = dirname(folder);
  const projects = dirname(home);
  const temporary = temporaryPath(projects); // where the next project of any name finds it after a crash
  try {
    await makeFolder(projects);
    await removeLeftoversIn(projects);
    await mkdir(temporary);
    await writeExamples(temporary, options);
    await makeFolder(home);
    if (!(await renamed(temporary, folder)) && !(await isComplete(folder, options))) {
      await rm(folder, { recursive: true, force: true });
      await rename(temporary, folder);
    }
    await syncFolder(home);
  } catch (error) {
    throw explained(folder, error);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // the first error is the one to report
  }
}

/** The files are not flushed to the disk one by one: after a power failure, `isComplete` finds those that are damaged. */
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

/** Whether each example is in the folder with the size and the checksum that the archive states. */
async function isComplete(
  folder: string,
  { archive, examples, signal }: UnpackOptions,
): Promise<boolean> {
  for (const { id, entry } of examples) {
    signal?.throwIfAborted();
    const stated = archive.entries.get(entry);
    const bytes = await readFile(join(folder, id)).catch(() => undefined);
    if (bytes?.length !== stated?.size || bytes === undefined || crc32(bytes) !== stated?.crc)
      return false;
  }
  return true;
}

/** Renames a folder. `false` if the new name is that of a folder with files. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (NOT_EMPTY.has(systemCode(error) ?? '')) return false;
    throw error;
  }
}

function explained(folder: string, error: unknown): unknown {
  if (isSproutError(error) ? error.code !== 'file-unwritable' : systemCode(error) === undefined)
    return error;
  const cause = isSproutError(error, 'file-unwritable')
    ? error.context.reason
    : systemReason(error);
  const reason = `${cause}; the images of the project are unpacked there, and SPROUT_CACHE names another cache`;
  return new SproutError('file-unwritable', { file: folder, reason }, { cause: error });
}
