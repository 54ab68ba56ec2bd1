import { readFile, stat } from 'node:fs/promises';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** Reads a text file. @throws {SproutError} `file-missing`; `file-invalid` when it cannot be read, as a pipe for example. */
export async function readText(file: string): Promise<string> {
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory())
      throw new SproutError('file-invalid', { file, reason: 'it is not a regular file' });
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isSproutError(error)) throw error;
    if (systemCode(error) === 'ENOENT')
      throw new SproutError('file-missing', { file }, { cause: error });
    throw new SproutError('file-invalid', { file, reason: systemReason(error) }, { cause: error });
  }
}
