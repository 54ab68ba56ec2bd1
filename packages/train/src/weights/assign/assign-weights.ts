import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { WeightsContent } from '../source/weights-content.ts';
import type { ExpectedLayer } from './expected-layer.ts';
import { mismatchError } from './mismatch-error.ts';
import { pairByLayer } from './pair-by-layer.ts';
import { pairByName } from './pair-by-name.ts';
import { pairByOrder } from './pair-by-order.ts';
import { mismatchOf, type Pairing } from './pairing.ts';

export interface AssignWeightsOptions {
  /** Names the file in errors. */
  readonly file: string;
  /**
   * How the weights of the file are found:
   * - `name`: by the names of the weights.
   * - `layer`: by the names of the layers; the weights of a layer by their order. Keras' `by_name`.
   * - `order`: layer by layer in the order of both, without regard to names, as Keras loads weights. Layers without weights are
   *   left out on both sides.
   */
  readonly by: 'name' | 'layer' | 'order';
  /** The name in the file of a weight (`name`) or a layer (`layer`) of the model. */
  readonly map?: (name: string) => string;
  /** Whether weights of the file that the model does not have are an error: `refuse`, the default, or not. */
  readonly others?: 'refuse' | 'ignore';
}

/**
 * Assigns the weights of a file to the layers of a model.
 *
 * @returns The weights of the model, in its order and by its names. The arrays are those of `content`.
 * @throws {SproutError} `file-invalid`, which counts all weights that are missing, have another shape or do not belong to the model,
 *   and names the first ten with both shapes.
 */
export function assignWeights(
  content: Pick<WeightsContent, 'tensors' | 'layers' | 'layersAreInOrder'>,
  expected: readonly ExpectedLayer[],
  options: AssignWeightsOptions,
): readonly NamedTensor[] {
  const { file, by, map = (name) => name, others = 'refuse' } = options;
  const pairings = pairingsOf();
  const wanted = others === 'refuse' ? pairings : pairings.filter((pair) => pair.expected);
  const mismatches = wanted.map(mismatchOf).filter((mismatch) => mismatch !== undefined);
  if (mismatches.length > 0) throw mismatchError(file, mismatches);
  return wanted.flatMap(({ expected: weight, given }) =>
    weight === undefined || given === undefined ? [] : [{ ...given, name: weight.name }],
  );

  function pairingsOf(): readonly Pairing[] {
    if (by === 'name') return pairByName(content.tensors, expected, map);
    if (by === 'layer') return pairByLayer(content, expected, { file, map });
    return pairByOrder(content, expected, file);
  }
}
