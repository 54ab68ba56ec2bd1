import type { LayerList } from './layer-node.ts';

/**
 * A layer list in the order in which Keras and TensorFlow.js list layers: by the longest way to the output, farthest first,
 * then by the order in which a walk back from the output meets them.
 */
export function byDepth(layers: LayerList): LayerList {
  const depths = new Map<string, number>();
  for (const { name, inputs } of layers.toReversed()) {
    const depth = depths.get(name) ?? 0;
    depths.set(name, depth);
    for (const input of inputs) depths.set(input, Math.max(depth + 1, depths.get(input) ?? 0));
  }
  const met = walkBack(layers);
  return layers.toSorted(
    ({ name: a }, { name: b }) => depths.get(b)! - depths.get(a)! || met.get(a)! - met.get(b)!,
  );
}

/** The number of each layer in a depth-first walk from the output, first inputs first. */
function walkBack(layers: LayerList): ReadonlyMap<string, number> {
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const met = new Map<string, number>();
  const waiting = [layers.at(-1)!.name]; // a model has a layer
  while (waiting.length > 0) {
    const name = waiting.pop()!; // not empty
    if (met.has(name)) continue;
    met.set(name, met.size);
    waiting.push(...byName.get(name)!.inputs.toReversed());
  }
  return met;
}
