import { SproutError, systemReason } from '@sprout/core';
import { readWeights, type WeightsContent } from '@sprout/train';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LIMITS } from '../options/limits.ts';

export interface WeightsFile {
  readonly content: WeightsContent;
  /** The hash of the file; for `model.json` of TensorFlow.js, of this file followed by the files that it names, in their order. */
  readonly sha256: string;
}

/**
 * Reads a file of weights, of any format of `readWeights`.
 *
 * @throws {SproutError} `file-missing`; `file-invalid` for a file that is too large, or that `readWeights` refuses.
 */
export async function readWeightsFile(file: string): Promise<WeightsFile> {
  const hash = createHash('sha256');
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await boundedBytes(path);
    hash.update(bytes);
    return bytes;
  };
  const readSibling = (path: string): Promise<Uint8Array> => read(join(dirname(file), path));
  const content = await readWeights(await read(file), file, { readSibling });
  return { content, sha256: hash.digest('hex') };
}

async function boundedBytes(file: string): Promise<Uint8Array> {
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
