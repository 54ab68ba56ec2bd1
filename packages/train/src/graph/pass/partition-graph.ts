import { KERNEL_DOMAIN } from '../kernel-nodes/kernel-domain.ts';
import { liveNodes } from './live-nodes.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from '../ir/onnx-graph.ts';
import { type View, viewsIn } from './views-in.ts';

/** A part of a graph that runs at once: a subgraph in onnxruntime, or one kernel. */
export type Partition = { readonly graph: OnnxGraph } | { readonly kernel: OnnxNode };

/** A graph as partitions, to be run one after the other. */
export interface PartitionedGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  /** The kernels that take only constants, in order. They are run once, before all partitions. */
  readonly preparations: readonly OnnxNode[];
  readonly partitions: readonly Partition[];
  /** The views, by name. They are inputs of partitions, and outputs of none. */
  readonly views: ReadonlyMap<string, View>;
}

/**
 * Splits a graph at its kernels, in the order of its nodes. Nodes that no output depends on are left out. A subgraph's
 * outputs are the values that later partitions take, and outputs of the whole graph.
 */
export function partitionGraph(graph: OnnxGraph): PartitionedGraph {
  const { inputs, outputs } = graph;
  const live = liveNodes(graph);
  const views = viewsIn(graph, live);
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const values = [...inputs, ...live.flatMap((node) => node.outputs)];
  const scope = { values: new Map(values.map((value) => [value.name, value])), constants };
  const needed = new Set(outputs.map(({ name }) => name));
  const preparations = live.filter(
    (node) => isKernel(node) && node.inputs.every((name) => constants.has(name)),
  );
  const prepared = new Set(preparations);
  const others = live.filter((node) => !prepared.has(node));
  const partitions: Partition[] = [];
  for (const nodes of groupNodes(others, views).toReversed()) {
    const first = nodes[0]!; // a group is not empty
    partitions.push(
      isKernel(first)
        ? { kernel: first }
        : { graph: subgraph(nodes, { ...scope, name: graph.name, needed }) },
    );
    const taken = nodes.flatMap((node) => node.inputs);
    for (const name of taken) needed.add(views.get(name)?.of.name ?? name);
  }
  return { inputs, outputs, constants, preparations, partitions: partitions.toReversed(), views };
}

interface Scope {
  readonly name: string;
  /** All inputs of the graph and outputs of its nodes. */
  readonly values: ReadonlyMap<string, OnnxValue>;
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  /** The names of the values that later partitions take, and of the outputs of the graph. */
  readonly needed: ReadonlySet<string>;
}

function subgraph(nodes: readonly OnnxNode[], scope: Scope): OnnxGraph {
  const { name, values, constants, needed } = scope;
  const made = nodes.flatMap((node) => node.outputs);
  const own = new Set(made.map((value) => value.name));
  const taken = [...new Set(nodes.flatMap((node) => node.inputs))];
  const given = taken.filter((input) => !own.has(input) && !constants.has(input));
  return {
    name,
    nodes,
    inputs: given.map((input) => values.get(input)!), // a node comes after the nodes that make its inputs
    outputs: made.filter((value) => needed.has(value.name)),
    constants: taken.flatMap((input) => constants.get(input) ?? []),
  };
}

/**
 * Nodes that run together: each kernel alone, other nodes with their neighbours. A node that takes a view of a value starts
 * a new group where the open group makes that value: onnxruntime has no views, so the value must be in the workspace before.
 */
function groupNodes(
  nodes: readonly OnnxNode[],
  views: ReadonlyMap<string, View>,
): (readonly OnnxNode[])[] {
  const groups: OnnxNode[][] = [];
  let made = new Set<string>();
  let open: OnnxNode[] | undefined;
  for (const node of nodes) {
    if (node.outputs.some(({ name }) => views.has(name))) continue;
    const takesOwnView = node.inputs.some((name) => made.has(views.get(name)?.of.name ?? ''));
    if (open === undefined || isKernel(node) || takesOwnView) {
      open = [];
      made = new Set();
      groups.push(open);
    }
    open.push(node);
    for (const { name } of node.outputs) made.add(name);
    if (isKernel(node)) open = undefined;
  }
  return groups;
}

function isKernel({ domain }: OnnxNode): boolean {
  return domain === KERNEL_DOMAIN;
}
