import { expect, it } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { liveNodes } from './live-nodes.ts';

it('live nodes are those that an output depends on, in the order of the graph', () => {
  const graph = new GraphBuilder();
  const input = graph.input('input', [2]);
  const used = graph.node('Neg', [input], { shape: [2] });
  const dead = graph.node('Exp', [used], { shape: [2] });
  graph.node('Tanh', [dead], { shape: [2] });
  const sum = graph.node('Add', [used, input], { shape: [2] });
  graph.output('sum', sum);
  graph.output('used', used);
  const types = liveNodes(graph.finish('test')).map(({ type, name }) => `${type} ${name}`);
  expect(types).toEqual([
    'Neg Neg:0',
    'Add Add:3',
    'Identity Identity:sum',
    'Identity Identity:used',
  ]);
});

it('a node is alive where only one of its outputs is used', () => {
  const graph = new GraphBuilder();
  const input = graph.input('input', [2]);
  const [, second] = graph.nodeWithOutputs('Split', [input], {
    results: [{ shape: [1] }, { shape: [1] }],
  });
  graph.output('second', second!);
  expect(liveNodes(graph.finish('test')).map(({ type }) => type)).toEqual(['Split', 'Identity']);
});

it('a graph without outputs has no live nodes', () => {
  const graph = new GraphBuilder();
  graph.node('Neg', [graph.input('input', [2])], { shape: [2] });
  expect(liveNodes(graph.finish('test'))).toEqual([]);
});
