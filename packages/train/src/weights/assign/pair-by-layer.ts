import type { WeightsContent } from '../source/weights-content.ts';
import type { ExpectedLayer } from './expected-layer.ts';
import { layersOfFile } from './layers-of-file.ts';
import { type Pairing, pairUp } from './pairing.ts';

/** Pairs the weights of the layers that have the same name, by their order. Layers without a partner come last. */
export function pairByLayer(
  content: Pick<WeightsContent, 'tensors' | 'layers'>,
  expected: readonly ExpectedLayer[],
  { file, map }: { readonly file: string; readonly map: (name: string) => string },
): readonly Pairing[] {
  const rest = new Map(layersOfFile(content, file).map(({ name, tensors }) => [name, tensors]));
  const pairings = expected
    .filter(({ weights }) => weights.length > 0)
    .flatMap(({ name, weights }) => {
      const given = rest.get(map(name)) ?? [];
      rest.delete(map(name));
      return pairUp(weights, given);
    });
  return [...pairings, ...[...rest.values()].flatMap((tensors) => pairUp([], tensors))];
}
