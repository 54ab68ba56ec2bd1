import { readWeights, type WeightsContent } from '@sprout/train';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { boundedBytes } from './bounded-bytes.ts';

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
