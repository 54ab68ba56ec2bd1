import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { ExpectedLayer } from './expected-layer.ts';
import type { Pairing } from './pairing.ts';

/** Pairs weights with the tensors of their names. Tensors without a partner come last. */
export function pairByName(
  tensors: readonly NamedTensor[],
  expected: readonly ExpectedLayer[],
  map: (name: string) => string,
): readonly Pairing[] {
  const rest = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const pairings = expected
    .flatMap(({ weights }) => weights)
    .map((weight) => {
      const given = rest.get(map(weight.name));
      rest.delete(map(weight.name));
      return { expected: weight, given };
    });
  return [...pairings, ...[...rest.values()].map((given) => ({ given }))];
}
