import type { Json } from '@sprout/core';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { layerNames } from './layer-names.ts';
import type { WeightsContent, WeightsLayer } from '../source/weights-content.ts';

/**
 * Groups weights by layer: the weight `a/b/kernel` belongs to the layer `a/b`. The layers have the order of the topology if it
 * names all of them; the manifest of a converted model sorts them by name.
 */
export function layersOfWeights(
  tensors: readonly NamedTensor[],
  topology: Json | undefined,
): Required<Pick<WeightsContent, 'layers' | 'layersAreInOrder'>> {
  const groups = new Map<string, string[]>();
  for (const { name } of tensors) {
    const layer = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    const names = groups.get(layer) ?? [];
    names.push(name);
    groups.set(layer, names);
  }
  const names = layerNames(topology);
  const known = new Set(names);
  const asLayer = (name: string): WeightsLayer => ({ name, weights: groups.get(name) ?? [] });
  if (names.length > 0 && [...groups.keys()].every((name) => known.has(name)))
    return { layers: names.map(asLayer), layersAreInOrder: true };
  return { layers: [...groups.keys()].map(asLayer), layersAreInOrder: false };
}
