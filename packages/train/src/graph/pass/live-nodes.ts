import type { OnnxGraph, OnnxNode } from '../ir/onnx-graph.ts';

/** Dead code elimination: the nodes that the outputs of a graph depend on, in order. */
export function liveNodes({ nodes, outputs }: OnnxGraph): OnnxNode[] {
  const needed = new Set(outputs.map(({ name }) => name));
  const live = nodes.toReversed().filter((node) => {
    if (!node.outputs.some(({ name }) => needed.has(name))) return false;
    for (const name of node.inputs) needed.add(name);
    return true;
  });
  return live.toReversed();
}
