import { createBase, FILE_BASE, type ModelOutline, outlineInFile } from '@sprout/train';
import { type BaseSize, fileBaseOptions } from './file-base-options.ts';
import { readWeightsFile } from './read-weights-file.ts';
import type { Transfer } from './transfer-of.ts';

/**
 * The layers of the base of a configuration, without weights.
 *
 * @throws {SproutError} as `createBase`; for a base in a file `file-missing`, and as `outlineInFile`.
 */
export async function outlineOf(transfer: Transfer, size: BaseSize): Promise<ModelOutline> {
  const { base, parameters, pooling, input } = transfer;
  if (base === FILE_BASE) {
    const options = fileBaseOptions(transfer, size);
    return outlineInFile((await readWeightsFile(options.file)).content, options);
  }
  const ends = { ...(pooling && { pooling }), ...(input && { input }) };
  return createBase(base, { ...size, parameters, ...ends });
}
