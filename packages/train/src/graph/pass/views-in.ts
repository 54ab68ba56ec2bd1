import { KERNEL_DOMAIN } from '../kernel-nodes/kernel-domain.ts';
import type { OnnxGraph, OnnxNode, OnnxValue } from '../ir/onnx-graph.ts';

/** Where the numbers of a view lie: in the value `of`, from element `offset` on. */
export interface View {
  /** Never a view itself. */
  readonly of: OnnxValue;
  readonly offset: number;
}

/** The views that `nodes` of a graph make, by name. A view of a view is resolved to the value that holds the numbers. */
export function viewsIn(graph: OnnxGraph, nodes: readonly OnnxNode[]): ReadonlyMap<string, View> {
  const values = new Map(graph.inputs.map((input) => [input.name, input]));
  const views = new Map<string, View>();
  for (const { type, domain, inputs, outputs, attributes } of nodes) {
    for (const output of outputs) values.set(output.name, output);
    const offset = attributes['offset'];
    const isView = domain === KERNEL_DOMAIN && type === 'View';
    if (!isView || offset === undefined || !('int' in offset)) continue;
    const [name, value] = [inputs[0]!, outputs[0]!]; // a view has one input and one output
    const outer = views.get(name);
    views.set(value.name, {
      of: outer?.of ?? values.get(name)!, // a node comes after the nodes that make its inputs
      offset: offset.int + (outer?.offset ?? 0),
    });
  }
  return views;
}
