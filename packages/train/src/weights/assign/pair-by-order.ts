import { SproutError } from '@sprout/core';
import type { WeightsContent } from '../source/weights-content.ts';
import type { ExpectedLayer } from './expected-layer.ts';
import { layersOfFile } from './layers-of-file.ts';
import { type Pairing, pairUp } from './pairing.ts';

/**
 * Pairs the weights of layers by the order of the layers, as Keras does: layers without weights are left out on both sides.
 *
 * @throws {SproutError} `file-invalid` if the layers of the file are in no order, or if their number differs.
 */
export function pairByOrder(
  content: Pick<WeightsContent, 'tensors' | 'layers' | 'layersAreInOrder'>,
  expected: readonly ExpectedLayer[],
  file: string,
): readonly Pairing[] {
  const invalid = (reason: string): SproutError =>
    new SproutError('file-invalid', { file, reason });
  const given = layersOfFile(content, file);
  if (!content.layersAreInOrder)
    throw invalid('its layers are sorted by name, so that they cannot be assigned by their order');
  const wanted = expected.filter(({ weights }) => weights.length > 0);
  if (wanted.length === given.length)
    return wanted.flatMap(({ weights }, index) => pairUp(weights, given[index]!.tensors)); // as many layers
  const at = Math.min(wanted.length, given.length);
  const [first] = wanted.slice(at);
  const [other] = given.slice(at);
  const extra = first === undefined ? `${other?.name} of the file` : `${first.name} of the model`;
  throw invalid(
    `it has ${given.length} layers with weights, the model has ${wanted.length}; the first without a partner is ${extra}`,
  );
}
