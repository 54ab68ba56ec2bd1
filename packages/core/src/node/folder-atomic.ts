import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FolderFiles, formatManifest, MANIFEST, readListedFiles } from './folder-manifest.ts';
import { syncFolder } from './sync-folder.ts';
import { systemCode } from './system-reason.ts';
import { temporaryPath } from './temporary-path.ts';
import { unwritable } from './unwritable.ts';
import { writeDurably } from './write-atomic.ts';

/**
 * Writes a folder of files as one unit: after a crash at any moment, power loss included, `readFolderAtomic` finds
 * either all the old files or all the new ones. The files are written under a temporary name together with a manifest
 * of their hashes; the old folder is moved aside, the new one put in its place and the old one removed.
 *
 * @param files By plain names, without folders.
 * @throws {SproutError} `file-unwritable`; the old folder is intact then.
 */
export async function writeFolderAtomic(folder: string, files: FolderFiles): Promise<void> {
  const parent = dirname(folder);
  const temporary = temporaryPath(parent);
  try {
    await recoverFolder(folder);
    await mkdir(temporary);
    for (const [name, data] of files) await writeDurably(join(temporary, name), data);
    await writeDurably(join(temporary, MANIFEST), formatManifest(files));
    await syncFolder(temporary);
    await swapIn(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined); // the first error tells more
    await recoverFolder(folder).catch(() => undefined);
    const bytes = [...files.values()].reduce((sum, data) => sum + Buffer.byteLength(data), 0);
    throw unwritable(folder, error, bytes);
  }
}

/**
 * Reads a folder that `writeFolderAtomic` wrote; where a crash left the old one aside, that. Changes nothing, so that
 * it may be called while another process writes.
 *
 * @throws {SproutError} `file-missing` where there is no such folder, `file-invalid` where a file is not as it was written.
 */
export async function readFolderAtomic(folder: string): Promise<Map<string, Buffer>> {
  // the folder may be replaced while it is read: what is wrong twice is wrong
  return await readOnce(folder).catch(() => readOnce(folder));
}

async function readOnce(folder: string): Promise<Map<string, Buffer>> {
  const isAside = !(await exists(folder)) && (await exists(asideOf(folder)));
  return await readListedFiles(isAside ? asideOf(folder) : folder);
}

async function swapIn(temporary: string, folder: string): Promise<void> {
  const old = asideOf(folder);
  if (await exists(folder)) await rename(folder, old);
  await rename(temporary, folder);
  await syncFolder(dirname(folder));
  await rm(old, { recursive: true, force: true });
}

/** Ends what a crash interrupted: without a folder the one moved aside is valid, beside one it is left over. */
async function recoverFolder(folder: string): Promise<void> {
  const old = asideOf(folder);
  if (!(await exists(old))) return;
  if (await exists(folder)) await rm(old, { recursive: true, force: true });
  else await rename(old, folder);
}

function asideOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.old`);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
