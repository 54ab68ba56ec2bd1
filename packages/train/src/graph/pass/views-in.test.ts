import { expect, it } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { view } from '../kernel-nodes/view.ts';
import { viewsIn } from './views-in.ts';

const graphWith = (): GraphBuilder => new GraphBuilder({ channelBlock: 4, kernels: true });

it('a view has the value that holds its numbers, and the offset of the first number', () => {
  const graph = graphWith();
  const made = graph.node('Neg', [graph.input('input', [10])], { shape: [10] });
  const part = view(graph, made, { shape: [2, 3], offset: 4 });
  const { nodes, ...rest } = graph.finish('test');
  expect([...viewsIn({ ...rest, nodes }, nodes)]).toEqual([[part.name, { of: made, offset: 4 }]]);
});

it('the offsets of a view of a view add up', () => {
  const graph = graphWith();
  const input = graph.input('input', [20]);
  const outer = view(graph, input, { shape: [12], offset: 5 });
  const inner = view(graph, outer, { shape: [3], offset: 2 });
  const finished = graph.finish('test');
  const views = viewsIn(finished, finished.nodes);
  expect(views.get(inner.name)).toEqual({ of: input, offset: 7 });
  expect(views.get(outer.name)).toEqual({ of: input, offset: 5 });
});

it('an operator of onnxruntime named View is no view', () => {
  const graph = graphWith();
  const input = graph.input('input', [2]);
  graph.node('View', [input], { shape: [2], attributes: { offset: { int: 0 } } });
  const finished = graph.finish('test');
  expect(viewsIn(finished, finished.nodes).size).toBe(0);
});
