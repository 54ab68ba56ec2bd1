import { describe, expect, it } from 'vitest';
import { createRunner, tensor } from '../../engine/onnx/runtime/onnx-runner.ts';
import type { NativeTensor } from '../../engine/onnx/runtime/load-onnxruntime.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { encodeOnnx } from '../write/onnx-writer.ts';
import { branchGraph, outputName } from './branch-graph.ts';

describe('a branch graph', () => {
  it('has selectors and slots as inputs, and the outputs of all branches', () => {
    const { graph } = branchGraph('test', [doubled(), summed()]);
    expect(graph.inputs.map(({ name }) => name)).toEqual([
      'group',
      'branch',
      'in:float32:1:0',
      'in:float32:1:1',
    ]);
    expect(graph.inputs[0]).toEqual({ name: 'group', type: 'int64', shape: [] });
    expect(graph.outputs.map(({ name }) => name)).toEqual(['out:double', 'out:sum']);
  });

  it('has slots that branches share, for values of one type and number of axes', () => {
    const { graph, branches } = branchGraph('test', [summed(), doubled()]);
    expect(branches.map(({ slots }) => Object.fromEntries(slots))).toEqual([
      { double: 'in:float32:1:0', y: 'in:float32:1:1' },
      { x: 'in:float32:1:0' },
    ]);
    expect(graph.inputs.at(-1)!.shape).toEqual(['in:float32:1:1/0']);
  });

  it('has a condition for each group and, inside, for each branch', () => {
    const { graph, branches } = branchGraph(
      'test',
      Array.from({ length: 7 }, (_, index) => doubled(`double${index}`)),
    );
    const conditions = graph.nodes.filter(({ type }) => type === 'If');
    expect(conditions).toHaveLength(3);
    const inside = conditions.map(({ attributes }) => {
      const group = attributes['then_branch']!;
      return 'graph' in group ? group.graph.nodes.filter(({ type }) => type === 'If').length : 0;
    });
    expect(inside).toEqual([3, 3, 1]);
    expect(branches[5]!.selectors).toEqual({ group: 1n, branch: 2n });
  });

  it.skipIf(onnxruntime === undefined)('executes the branch that is asked for', () => {
    const names = ['a', 'b', 'c', 'd'].map((own) => `double ${own}`);
    const graphs = [...names.map(doubled), summed()];
    const { graph, branches } = branchGraph('test', graphs);
    const outputs = [...names, 'sum'].map(outputName);
    const run = createRunner(onnxruntime!, encodeOnnx(graph), { outputs, threads: 1 });
    const numbersOf = (index: number): number[][] => {
      const { selectors } = branches[index]!;
      const selected = Object.entries(selectors).map(([name, data]): [string, NativeTensor] => [
        name,
        { type: 'int64', dims: [], data: BigInt64Array.of(data) },
      ]);
      const results = run({
        ...Object.fromEntries(selected),
        'in:float32:1:0': tensor(Float32Array.of(1, 2), [2]),
        'in:float32:1:1': tensor(Float32Array.of(3, 4), [2]),
      });
      return outputs.map((name) => [...results[name]!.data]);
    };
    expect(numbersOf(0)).toEqual([[2, 4], [], [], [], []]);
    expect(numbersOf(3)).toEqual([[], [], [], [2, 4], []]);
    expect(numbersOf(4)).toEqual([[], [], [], [], [4, 6]]);
  });
});

/** Takes `x`, makes `double`, or its double by another name. */
function doubled(name = 'double'): OnnxGraph {
  const graph = new GraphBuilder();
  const x = graph.input('x', [2]);
  graph.output(name, graph.node('Add', [x, x], { shape: [2] }));
  return graph.finish('doubled');
}

/** Takes `double`, the output of the other branch, and `y`. */
function summed(): OnnxGraph {
  const graph = new GraphBuilder();
  const [double, y] = [graph.input('double', [2]), graph.input('y', [2])];
  graph.output('sum', graph.node('Add', [double, y], { shape: [2] }));
  return graph.finish('summed');
}
