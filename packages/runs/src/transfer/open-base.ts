import { baseInFile, FILE_BASE, type ModelDefinition, releasedWeights } from '@sprout/train';
import { type BaseSize, fileBaseOptions } from './file-base-options.ts';
import { outlineOf } from './outline-of.ts';
import { readWeightsFile } from './read-weights-file.ts';
import { checkHash } from './resolve-weights.ts';
import type { Transfer } from './transfer-of.ts';
import { weightsFor } from './weights-for.ts';

export interface OpenBaseOptions extends BaseSize {
  /** Whether the weights will be restored from a checkpoint: then only the file of a base in a file is read. */
  readonly restored: boolean;
}

/**
 * The base of a configuration with its weights, without a head.
 *
 * @throws {SproutError} `file-invalid` if the file of the weights has changed; `file-missing`, `weights-unfit`; as `outlineOf`.
 */
export async function openBase(
  transfer: Transfer,
  { restored, ...size }: OpenBaseOptions,
): Promise<ModelDefinition> {
  if (restored) return { ...(await outlineOf(transfer, size)), weights: [] };
  const { base, parameters } = transfer;
  const weights = weightsFor(transfer);
  const read = await readWeightsFile(weights.file);
  checkHash(weights, read);
  if (base === FILE_BASE) return baseInFile(read.content, fileBaseOptions(transfer, size));
  const outline = await outlineOf(transfer, size);
  const options = { base, file: weights.file, library: weights.library, outline, parameters };
  return { ...outline, weights: releasedWeights(read.content.tensors, options) };
}
