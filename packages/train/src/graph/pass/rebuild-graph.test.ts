import { expect, test } from 'vitest';
import { add, unary } from '../emit/elementwise.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { rebuildGraph } from './rebuild-graph.ts';

/** `sqrt(exp(-input)) + [1, 2]`, also as a second output without the sum. */
function example(): OnnxGraph {
  const graph = new GraphBuilder();
  const input = graph.input('input', ['batch', 2]);
  const exponential = unary(graph, 'Exp', unary(graph, 'Neg', input));
  const root = unary(graph, 'Sqrt', exponential);
  graph.output('sum', add(graph, root, graph.constant('pair', [2], Float32Array.of(1, 2))));
  graph.output('part', root);
  return graph.finish('example');
}

test('a graph without replacements stays the same', () => {
  const graph = example();
  const rebuilt = rebuildGraph(graph, { without: new Set(), replace: () => undefined });
  expect(rebuilt).toEqual(graph);
});

test('other nodes take the place of some, and inputs, constants and outputs stay', () => {
  const graph = example();
  const [negative, exponential] = graph.nodes;
  const rebuilt = rebuildGraph(graph, {
    without: new Set([negative!]),
    replace: (builder, node, valueOf) =>
      node === exponential ? unary(builder, 'Reciprocal', valueOf('input')) : undefined,
  });
  expect(rebuilt.nodes.map(({ type }) => type)).toEqual([
    'Reciprocal',
    'Sqrt',
    'Add',
    'Identity',
    'Identity',
  ]);
  expect(rebuilt.nodes[1]!.inputs).toEqual([rebuilt.nodes[0]!.outputs[0]!.name]);
  expect(rebuilt.inputs).toEqual(graph.inputs);
  expect(rebuilt.constants).toEqual(graph.constants);
  expect(rebuilt.outputs).toEqual(graph.outputs);
});
