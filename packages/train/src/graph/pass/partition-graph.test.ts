import { describe, expect, it } from 'vitest';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from '../kernel-nodes/kernel-domain.ts';
import { view } from '../kernel-nodes/view.ts';
import { type PartitionedGraph, partitionGraph } from './partition-graph.ts';

const SHAPE = [4];

describe('a partitioned graph', () => {
  it('is one subgraph where it has no kernels', () => {
    const graph = newGraph();
    const input = graph.input('input', SHAPE);
    graph.output('result', operator(graph, operator(graph, input)));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual(['input -> Neg Neg Identity -> result']);
  });

  it('has each kernel as a partition of its own', () => {
    const graph = newGraph();
    const first = operator(graph, graph.input('input', SHAPE));
    const both = kernel(graph, kernel(graph, first));
    graph.output('result', operator(graph, both));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual([
      'input -> Neg -> Neg:0:0',
      'Neg:0:0 -> kernel -> kernel:1:0',
      'kernel:1:0 -> kernel -> kernel:2:0',
      'kernel:2:0 -> Neg Identity -> result',
    ]);
  });

  it('has the kernels that take only constants apart, as preparations', () => {
    const graph = newGraph();
    const prepared = kernel(graph, graph.constant('constant', SHAPE, new Float32Array(4)));
    const made = kernel(graph, graph.input('input', SHAPE));
    graph.output('sum', graph.node('Add', [made, prepared], { shape: SHAPE }));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(partitioned.preparations.map(({ inputs }) => inputs)).toEqual([['constant']]);
    expect(describePartitions(partitioned)).toEqual([
      `input -> kernel -> ${made.name}`,
      `${made.name} ${prepared.name} -> Add Identity -> sum`,
    ]);
  });

  it('leaves out nodes and kernels that no output depends on', () => {
    const graph = newGraph();
    const input = graph.input('input', SHAPE);
    kernel(graph, operator(graph, input));
    graph.output('result', operator(graph, input));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual(['input -> Neg Identity -> result']);
  });

  it('passes on the values that later partitions take, and no others', () => {
    const graph = newGraph();
    const input = graph.input('input', SHAPE);
    const late = operator(graph, input);
    const inner = operator(graph, late);
    const made = kernel(graph, operator(graph, inner));
    graph.output('sum', graph.node('Add', [late, made], { shape: SHAPE }));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual([
      'input -> Neg Neg Neg -> Neg:0:0 Neg:2:0',
      'Neg:2:0 -> kernel -> kernel:3:0',
      'Neg:0:0 kernel:3:0 -> Add Identity -> sum',
    ]);
  });

  it('has constants in the subgraphs that take them, not among inputs', () => {
    const graph = newGraph();
    const [two, three] = [graph.scalar(2), graph.scalar(3)];
    const scaled = graph.node('Mul', [graph.input('input', SHAPE), two], { shape: SHAPE });
    graph.output('sum', graph.node('Add', [kernel(graph, scaled), three], { shape: SHAPE }));
    const { partitions, constants } = partitionGraph(graph.finish('test'));
    const graphs = partitions.flatMap((partition) => ('graph' in partition ? partition.graph : []));
    expect(graphs.map((own) => own.constants.map(({ name }) => name))).toEqual([
      [two.name],
      [three.name],
    ]);
    expect(graphs.map((own) => own.inputs.map(({ name }) => name))).toEqual([
      ['input'],
      ['kernel:1:0'],
    ]);
    expect([...constants.keys()]).toEqual([two.name, three.name]);
  });

  it('has views as inputs of partitions, and the values that hold their numbers as outputs', () => {
    const graph = newGraph();
    const made = operator(graph, graph.input('input', SHAPE));
    const part = view(graph, made, { shape: [2], offset: 1 });
    graph.output('result', kernel(graph, part));
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual([
      'input -> Neg -> Neg:0:0',
      'View:1:0 -> kernel -> kernel:2:0',
      'kernel:2:0 -> Identity -> result',
    ]);
    expect([...partitioned.views.keys()]).toEqual(['View:1:0']);
  });

  it('splits a subgraph before a node that takes a view of a value of the same subgraph', () => {
    const graph = newGraph();
    const made = operator(graph, graph.input('input', SHAPE));
    const part = view(graph, made, { shape: [2] });
    const other = operator(graph, made);
    graph.output('part', operator(graph, part));
    graph.output('other', other);
    const partitioned = partitionGraph(graph.finish('test'));
    expect(describePartitions(partitioned)).toEqual([
      'input -> Neg Neg -> Neg:0:0 Neg:2:0',
      'View:1:0 Neg:2:0 -> Neg Identity Identity -> part other',
    ]);
  });
});

function newGraph(): GraphBuilder {
  return new GraphBuilder({ channelBlock: 4, kernels: true });
}

function operator(graph: GraphBuilder, input: Value): Value {
  return graph.node('Neg', [input], { shape: SHAPE });
}

function kernel(graph: GraphBuilder, input: Value): Value {
  return graph.node('kernel', [input], { shape: SHAPE, domain: KERNEL_DOMAIN });
}

/** Each partition as its inputs, its operators and its outputs. */
function describePartitions({ partitions }: PartitionedGraph): string[] {
  return partitions.map((partition) => {
    const isKernel = 'kernel' in partition;
    const inputs = isKernel
      ? partition.kernel.inputs
      : partition.graph.inputs.map(({ name }) => name);
    const { outputs } = isKernel ? partition.kernel : partition.graph;
    const nodes = isKernel ? [partition.kernel] : partition.graph.nodes;
    const [taken, types, made] = [
      inputs,
      nodes.map(({ type }) => type),
      outputs.map(({ name }) => name),
    ].map((names) => names.join(' '));
    return `${taken} -> ${types} -> ${made}`;
  });
}
