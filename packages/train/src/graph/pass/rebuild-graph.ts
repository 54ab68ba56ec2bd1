import { GraphBuilder, type GraphBuilderOptions, type Value } from '../ir/graph-builder.ts';
import type { OnnxGraph, OnnxNode } from '../ir/onnx-graph.ts';

export interface RebuildOptions extends GraphBuilderOptions {
  /** Nodes that are left out: their results must not be used. */
  readonly without: ReadonlySet<OnnxNode>;
  /** Emits nodes in place of a node, and returns its result; returns `undefined` where the node stays. */
  readonly replace: (
    graph: GraphBuilder,
    node: OnnxNode,
    valueOf: (name: string) => Value,
  ) => Value | undefined;
}

/** Builds a graph again, with other nodes in place of some. The graph must have no subgraphs. */
export function rebuildGraph(
  { name: graphName, inputs, constants, nodes, outputs }: OnnxGraph,
  { without, replace, ...options }: RebuildOptions,
): OnnxGraph {
  const graph = new GraphBuilder(options);
  const values = new Map<string, Value>();
  const valueOf = (name: string): Value => values.get(name)!; // a node comes after the nodes that make its inputs
  for (const { name, shape, type } of inputs) values.set(name, graph.input(name, shape, type));
  for (const constant of constants) values.set(constant.name, graph.stored(constant));
  const outputNames = new Set(outputs.map(({ name }) => name));
  for (const node of nodes) {
    const [result] = node.outputs;
    if (without.has(node)) continue;
    const replacement = replace(graph, node, valueOf);
    if (replacement !== undefined)
      values.set(result!.name, replacement); // a node has an output
    else if (outputNames.has(result!.name))
      graph.output(result!.name, valueOf(node.inputs[0]!)); // an Identity
    else {
      const copied = { ...node, results: node.outputs };
      const made = graph.nodeWithOutputs(node.type, node.inputs.map(valueOf), copied);
      for (const [index, output] of node.outputs.entries()) values.set(output.name, made[index]!); // one for each
    }
  }
  return graph.finish(graphName);
}
