import { KERNEL_DOMAIN } from '../kernel-nodes/kernel-domain.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';

/**
 * Removes the `Identity` nodes that copy the result of an operator to an output of the graph: the operator then writes the output
 * itself. A copy of an input, a constant or the result of a kernel stays, and so does a second copy of the same result. The
 * graph must have no subgraphs.
 */
export function directOutputs(graph: OnnxGraph): OnnxGraph {
  const { nodes, outputs } = graph;
  const outputNames = new Set(outputs.map(({ name }) => name));
  const computed = new Set(
    nodes.flatMap(({ domain, outputs: results }) =>
      domain === KERNEL_DOMAIN ? [] : results.map(({ name }) => name),
    ),
  );
  const renamed = new Map<string, string>();
  const kept = nodes.filter(({ type, inputs: [copied], outputs: results }) => {
    const output = results[0]!.name; // a node has at least one output
    const isCopy = type === 'Identity' && outputNames.has(output);
    if (!isCopy || copied === undefined || !computed.has(copied)) return true;
    if (outputNames.has(copied) || renamed.has(copied)) return true;
    renamed.set(copied, output);
    return false;
  });
  const nameOf = (name: string): string => renamed.get(name) ?? name;
  return {
    ...graph,
    nodes: kept.map((node) => ({
      ...node,
      inputs: node.inputs.map(nameOf),
      outputs: node.outputs.map((value) => ({ ...value, name: nameOf(value.name) })),
    })),
  };
}
