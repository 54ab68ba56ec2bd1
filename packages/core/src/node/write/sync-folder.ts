import { open } from 'node:fs/promises';

const UNSUPPORTED = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EACCES']);

/**
 * Flushes the entries of a folder to the disk (fsync), on systems that can. Without it a rename may be lost in a power
 * failure.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows cannot open folders, and some network file systems cannot sync them; both order renames themselves
    if (!(error instanceof Error && 'code' in error && UNSUPPORTED.has(String(error.code))))
      throw error;
  }
}
