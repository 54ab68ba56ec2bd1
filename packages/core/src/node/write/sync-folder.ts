import { open } from 'node:fs/promises';

const UNSUPPORTED = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EACCES']);

/** Forces a folder's names to the disk, on systems that can: without it a rename may be lost with the power. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows opens no folders and some network file systems do not sync them; they order renames themselves
    if (!(error instanceof Error && 'code' in error && UNSUPPORTED.has(String(error.code))))
      throw error;
  }
}
