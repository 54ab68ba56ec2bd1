import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { liveNodes } from './live-nodes.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './onnx-graph.ts';

/** What runs at a time: a graph in onnxruntime, or a kernel. */
export type Stage = { readonly graph: OnnxGraph } | { readonly kernel: OnnxNode };

/** A value that is part of another: its numbers from `offset` on. */
export interface View {
  readonly of: OnnxValue;
  readonly offset: number;
  readonly value: OnnxValue;
}

/** A graph cut into stages where kernels stand. */
export interface StagedGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  readonly stages: readonly Stage[];
  /** By their own names. They take no time: stages name them among their inputs. */
  readonly views: ReadonlyMap<string, View>;
}

/** Cuts a graph into stages, in the order of its nodes. What nothing depends on is left out. */
export function stageGraph(graph: OnnxGraph): StagedGraph {
  const constants = new Map(graph.constants.map((constant) => [constant.name, constant]));
  const values = new Map(graph.inputs.map((input) => [input.name, input]));
  const views = new Map<string, View>();
  const groups: OnnxNode[][] = [];
  let open: OnnxNode[] = [];
  const isMadeHere = (name: string): boolean =>
    open.some(({ outputs }) => outputs.some((output) => output.name === name));
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (const node of liveNodes(graph)) {
    for (const output of node.outputs) values.set(output.name, output);
    if (node.domain === KERNEL_DOMAIN && node.type === 'View') {
      const view = viewOf(node, { values, views });
      views.set(view.value.name, view);
      if (isMadeHere(view.of.name)) close();
    } else if (node.domain === KERNEL_DOMAIN) {
      close();
      groups.push([node]);
    } else open.push(node);
  }
  close();
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const stages = groups.map((nodes, index): Stage => {
    const first = nodes[0]!; // a group has a node
    if (first.domain === KERNEL_DOMAIN) return { kernel: first };
    const later = new Set(groups.slice(index + 1).flatMap((group) => namesIn(group)));
    const made = nodes.flatMap((node) => node.outputs);
    const own = new Set(made.map(({ name }) => name));
    const met = [...new Set(nodes.flatMap((node) => node.inputs))];
    return {
      graph: {
        name: graph.name,
        nodes,
        inputs: met
          .filter((name) => name !== '' && !own.has(name) && !constants.has(name))
          .map((name) => values.get(name)!), // nodes stand after what they take
        outputs: made.filter(({ name }) => outputs.has(name) || later.has(name)),
        constants: met.flatMap((name) => constants.get(name) ?? []),
      },
    };
  });
  return { inputs: graph.inputs, outputs: graph.outputs, constants, stages, views };

  /** What nodes take, and what they take views of. */
  function namesIn(nodes: readonly OnnxNode[]): string[] {
    return nodes.flatMap(({ inputs }) => inputs.map((name) => views.get(name)?.of.name ?? name));
  }
}

interface Known {
  readonly values: ReadonlyMap<string, OnnxValue>;
  readonly views: ReadonlyMap<string, View>;
}

function viewOf({ inputs, outputs, attributes }: OnnxNode, { values, views }: Known): View {
  const [name] = inputs as [string]; // a view has one input, and one output
  const [value] = outputs as [OnnxValue];
  const offset = attributes['offset'] as { readonly int: number };
  const below = views.get(name);
  return {
    of: below?.of ?? values.get(name)!, // nodes stand after what they take
    offset: offset.int + (below?.offset ?? 0),
    value,
  };
}
