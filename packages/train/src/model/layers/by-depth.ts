import type { LayerList } from './layer-node.ts';

/**
 * A layer list in the order in which Keras and TensorFlow.js list layers: by depth, the length of the longest path to the
 * output, deepest first; layers of one depth in the order of a depth-first search back from the output.
 */
export function byDepth(layers: LayerList): LayerList {
  const depths = new Map<string, number>();
  for (const { name, inputs } of layers.toReversed()) {
    const depth = depths.get(name) ?? 0;
    depths.set(name, depth);
    for (const input of inputs) depths.set(input, Math.max(depth + 1, depths.get(input) ?? 0));
  }
  const visited = searchBack(layers);
  return layers.toSorted(
    ({ name: a }, { name: b }) =>
      depths.get(b)! - depths.get(a)! || visited.get(a)! - visited.get(b)!,
  );
}

/** The number of each layer in a depth-first search from the output, first inputs first. */
function searchBack(layers: LayerList): ReadonlyMap<string, number> {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const visited = new Map<string, number>();
  const stack = [layers.at(-1)!.name]; // a model has a layer
  while (stack.length > 0) {
    const name = stack.pop()!; // not empty
    if (visited.has(name)) continue;
    visited.set(name, visited.size);
    for (const input of byName.get(name)!.inputs.toReversed()) stack.push(input);
  }
  return visited;
}
