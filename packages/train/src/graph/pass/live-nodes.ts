import type { OnnxGraph, OnnxNode } from '../ir/onnx-graph.ts';

/** The nodes that a graph's outputs depend on, in order. */
export function liveNodes({ nodes, outputs }: OnnxGraph): OnnxNode[] {
  const wanted = new Set(outputs.map(({ name }) => name));
  const live = nodes.toReversed().filter((node) => {
    if (!node.outputs.some(({ name }) => wanted.has(name))) return false;
    for (const name of node.inputs) wanted.add(name);
    return true;
  });
  return live.toReversed();
}
