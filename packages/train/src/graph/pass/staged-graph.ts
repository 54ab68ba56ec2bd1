import { KERNEL_DOMAIN } from '../kernel/kernel-domain.ts';
import { liveNodes } from './live-nodes.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from '../ir/onnx-graph.ts';
import { type View, viewsIn } from './views-in.ts';

/** What runs at a time: a graph in onnxruntime, or a kernel. */
export type Stage = { readonly graph: OnnxGraph } | { readonly kernel: OnnxNode };

/** A graph cut into stages where kernels stand. */
export interface StagedGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  readonly stages: readonly Stage[];
  /** By their own names, under which stages take them. */
  readonly views: ReadonlyMap<string, View>;
}

/** Cuts a graph into stages, in the order of its nodes. What no output depends on is left out. */
export function stageGraph(graph: OnnxGraph): StagedGraph {
  const { inputs, outputs } = graph;
  const live = liveNodes(graph);
  const views = viewsIn(graph, live);
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const values = [...inputs, ...live.flatMap((node) => node.outputs)];
  const known = new Map(values.map((value) => [value.name, value]));
  const wanted = new Set(outputs.map(({ name }) => name));
  const stages: Stage[] = [];
  for (const nodes of groupNodes(live, views).toReversed()) {
    const met = new Set(nodes.flatMap((node) => node.inputs));
    const first = nodes[0]!; // a group has a node
    if (isKernel(first)) stages.push({ kernel: first });
    else {
      const made = nodes.flatMap((node) => node.outputs);
      const own = new Set(made.map(({ name }) => name));
      const taken = [...met].filter((name) => !own.has(name) && !constants.has(name));
      const stage = {
        name: graph.name,
        nodes,
        inputs: taken.map((name) => known.get(name)!), // nodes stand after what they take
        outputs: made.filter(({ name }) => wanted.has(name)),
        constants: [...met].flatMap((name) => constants.get(name) ?? []),
      };
      stages.push({ graph: stage });
    }
    for (const name of met) wanted.add(views.get(name)?.of.name ?? name);
  }
  return { inputs, outputs, constants, stages: stages.toReversed(), views };
}

/** Nodes that run together: kernels alone; others with their neighbours, as long as none takes a view of what another makes. */
function groupNodes(
  nodes: readonly OnnxNode[],
  views: ReadonlyMap<string, View>,
): (readonly OnnxNode[])[] {
  const groups: OnnxNode[][] = [];
  let made = new Set<string>();
  let open: OnnxNode[] | undefined;
  for (const node of nodes) {
    if (node.outputs.some(({ name }) => views.has(name))) continue;
    const looksBack = node.inputs.some((name) => made.has(views.get(name)?.of.name ?? ''));
    if (open === undefined || isKernel(node) || looksBack) {
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
