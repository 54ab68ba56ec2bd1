import { SproutError } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { WeightsContent } from '../source/weights-content.ts';

/** A layer of a file, with its tensors. */
export interface FileLayer {
  readonly name: string;
  readonly tensors: readonly NamedTensor[];
}

/**
 * The layers of a file that have weights.
 *
 * @throws {SproutError} `file-invalid` if the file does not say which weights belong to which layer.
 */
export function layersOfFile(
  { layers, tensors }: Pick<WeightsContent, 'tensors' | 'layers'>,
  file: string,
): readonly FileLayer[] {
  if (layers === undefined)
    throw new SproutError('file-invalid', {
      file,
      reason: 'it does not list layers, only weights',
    });
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return layers
    .map(({ name, weights }) => ({
      name,
      tensors: weights.map((weight) => byName.get(weight)!), // readers list tensors that they return
    }))
    .filter((layer) => layer.tensors.length > 0);
}
