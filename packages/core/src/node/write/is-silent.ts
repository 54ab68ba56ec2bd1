import { rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';
import { temporaryPath } from './temporary-path.ts';

/**
 * Whether a file was not written for some time. The present time is that of a new file beside it, because the clock of this
 * machine may differ from that of the machine with the disk.
 *
 * @throws {SproutError} `file-unwritable`
 */
export async function isSilent(path: string, milliseconds: number): Promise<boolean> {
  const probe = temporaryPath(dirname(path));
  try {
    await writeFile(probe, '', { flag: 'wx' });
    const [now, then] = [await stat(probe), await stat(path)];
    return now.mtimeMs - then.mtimeMs > milliseconds;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false; // it was released in the meantime
    throw unwritable(path, error);
  } finally {
    await rm(probe, { force: true });
  }
}
