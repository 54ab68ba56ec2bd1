import { readFile } from 'node:fs/promises';
import { SproutError } from '../../errors/sprout-error.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** Reads a text file. @throws {SproutError} `file-missing`; `file-invalid` when it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw new SproutError('file-missing', { file }, { cause: error });
    throw new SproutError('file-invalid', { file, reason: systemReason(error) }, { cause: error });
  }
}
