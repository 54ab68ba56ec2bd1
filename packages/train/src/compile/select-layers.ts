import type { LayerList } from '../model/layers/layer-node.ts';

/** The named layers and all layers that their outputs depend on, in order. All names must be in the list. */
export function selectLayers(layers: LayerList, names: ReadonlySet<string>): LayerList {
  const needed = new Set(names);
  const selected = layers.toReversed().filter(({ name, inputs }) => {
    if (!needed.has(name)) return false;
    for (const input of inputs) needed.add(input);
    return true;
  });
  return selected.toReversed();
}
