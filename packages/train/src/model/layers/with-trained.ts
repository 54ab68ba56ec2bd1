import type { LayerList } from './layer-node.ts';

/** The same layers, of which only those with the given names are trainable. */
export function withTrained(
  layers: LayerList,
  trained: Pick<ReadonlySet<string>, 'has'>,
): LayerList {
  return layers.map((node) => {
    return { ...node, trainable: node.kind !== 'InputLayer' && trained.has(node.layer) };
  });
}
