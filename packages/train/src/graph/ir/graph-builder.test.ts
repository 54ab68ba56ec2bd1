import { describe, expect, it } from 'vitest';
import { GraphBuilder } from './graph-builder.ts';

describe('a graph builder', () => {
  it('keeps inputs, nodes and outputs in the order in which they were added', () => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [2, 3]);
    const mask = graph.input('mask', ['batch'], 'bool');
    const sum = graph.node('Add', [image, image], { shape: [2, 3] });
    graph.output('sum', sum);
    expect(graph.finish('small')).toEqual({
      name: 'small',
      inputs: [
        { name: 'image', type: 'float32', shape: [2, 3] },
        { name: 'mask', type: 'bool', shape: ['batch'] },
      ],
      nodes: [
        {
          type: 'Add',
          domain: '',
          name: 'Add:0',
          inputs: ['image', 'image'],
          outputs: [sum],
          attributes: {},
        },
        {
          type: 'Identity',
          domain: '',
          name: 'Identity:sum',
          inputs: [sum.name],
          outputs: [{ name: 'sum', type: 'float32', shape: [2, 3] }],
          attributes: {},
        },
      ],
      outputs: [{ name: 'sum', type: 'float32', shape: [2, 3] }],
      constants: [],
    });
    expect(mask.name).toBe('mask');
  });

  it('gives every node and every value a name of its own', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [1]);
    const results = [1, 2, 3].flatMap(() =>
      graph.nodeWithOutputs('Split', [input], { results: [{ shape: [1] }, { shape: [1] }] }),
    );
    const { nodes } = graph.finish('names');
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(3);
    expect(new Set(results.map(({ name }) => name)).size).toBe(6);
  });

  it('adds nodes with several outputs of different shapes and types', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [4]);
    const [values, argmax] = graph.nodeWithOutputs('TopK', [input, graph.integers([2])], {
      results: [{ shape: [2] }, { shape: [2], type: 'int64' }],
      attributes: { axis: { int: 0 } },
      domain: 'test',
    });
    expect(values).toMatchObject({ type: 'float32', shape: [2] });
    expect(argmax).toMatchObject({ type: 'int64', shape: [2] });
    const [node] = graph.finish('outputs').nodes;
    expect(node).toMatchObject({ domain: 'test', attributes: { axis: { int: 0 } } });
    expect(node!.outputs).toEqual([values, argmax]);
  });

  it('stores equal scalars and equal lists of integers once', () => {
    const graph = new GraphBuilder();
    expect(graph.scalar(0.5)).toEqual(graph.scalar(0.5));
    expect(graph.integers([2, -1])).toEqual(graph.integers([2, -1]));
    graph.scalar(1);
    graph.integers([2]);
    const { constants } = graph.finish('constants');
    expect(constants.map(({ shape }) => shape)).toEqual([[], [2], [], [1]]);
    expect(constants[0]!.data).toEqual(Float32Array.of(0.5));
    expect(constants[1]!.data).toEqual(BigInt64Array.of(2n, -1n));
  });

  it('references the numbers of a constant and does not copy them', () => {
    const graph = new GraphBuilder();
    const data = Float32Array.of(1, 2);
    expect(graph.constant('pair', [2], data)).toEqual({
      name: 'pair',
      type: 'float32',
      shape: [2],
    });
    expect(graph.finish('constants').constants[0]!.data).toBe(data);
  });

  it('makes graphs without NCHWc and without kernels by default', () => {
    expect(new GraphBuilder()).toMatchObject({ channelBlock: 1, kernels: false });
    expect(new GraphBuilder({ channelBlock: 8, kernels: true })).toMatchObject({
      channelBlock: 8,
      kernels: true,
    });
  });
});
