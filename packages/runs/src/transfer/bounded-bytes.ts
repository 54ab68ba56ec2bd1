import { SproutError, systemReason } from '@sprout/core';
import { readFile, stat } from 'node:fs/promises';
import { LIMITS } from '../options/limits.ts';

/**
 * The bytes of a file of a model or of its weights.
 *
 * @throws {SproutError} `file-missing`; `file-invalid` for a file that is too large or cannot be read.
 */
export async function boundedBytes(file: string): Promise<Uint8Array> {
  const { most } = LIMITS.weightsBytes;
  const invalid = (reason: string, cause?: unknown): SproutError =>
    new SproutError('file-invalid', { file, reason }, { cause });
  const fail = (cause: NodeJS.ErrnoException): never => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause });
    throw invalid(systemReason(cause), cause);
  };
  const found = await stat(file).catch(fail);
  if (!found.isFile()) throw invalid('it is not a file');
  if (found.size > most) throw invalid(`it has ${found.size} bytes; at most ${most} are read`);
  return readFile(file).catch(fail);
}
