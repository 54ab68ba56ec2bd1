import { createBase, type ModelDefinition, releasedWeights } from '@sprout/train';
import { readWeightsFile } from './read-weights-file.ts';
import { checkHash } from './resolve-weights.ts';
import type { Transfer } from './transfer-of.ts';
import { weightsFor } from './weights-for.ts';

export interface OpenBaseOptions {
  readonly height: number;
  readonly width: number;
  /** Whether the weights will be restored from a checkpoint: then the file is not read. */
  readonly restored: boolean;
}

/**
 * The base of a configuration with its weights, without a head.
 *
 * @throws {SproutError} `file-invalid` if the file of the weights has changed; `file-missing`, `weights-unfit`; as `createBase`.
 */
export async function openBase(
  transfer: Transfer,
  { height, width, restored }: OpenBaseOptions,
): Promise<ModelDefinition> {
  const { base, parameters, pooling, input } = transfer;
  const outline = createBase(base, {
    height,
    width,
    parameters,
    ...(pooling && { pooling }),
    ...(input && { input }),
  });
  if (restored) return { ...outline, weights: [] };
  const weights = weightsFor(transfer);
  const read = await readWeightsFile(weights.file);
  checkHash(weights, read);
  const { library } = weights;
  return {
    ...outline,
    weights: releasedWeights(read.content.tensors, { base, library, outline, parameters }),
  };
}
