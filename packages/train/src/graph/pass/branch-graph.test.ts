import { describe, expect, it } from 'vitest';
import { createRunner, tensor } from '../../engine/onnx/runtime/onnx-runner.ts';
import type { NativeTensor } from '../../engine/onnx/runtime/load-onnxruntime.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { encodeOnnx } from '../write/onnx-writer.ts';
import { BRANCH, branchGraph, inputName, outputName } from './branch-graph.ts';

describe('a branch graph', () => {
  it('has the branch as its first input, and the inputs and outputs of all branches', () => {
    const { inputs, outputs } = branchGraph('test', [doubled(), summed()]);
    expect(inputs.map(({ name }) => name)).toEqual([BRANCH, 'in:x', 'in:double', 'in:y']);
    expect(inputs[0]).toEqual({ name: BRANCH, type: 'int64', shape: [] });
    expect(outputs.map(({ name }) => name)).toEqual(['out:double', 'out:sum']);
  });

  it('has an input of several branches once', () => {
    const { inputs } = branchGraph('test', [summed(), summed(), doubled()]);
    expect(inputs.map(({ name }) => name)).toEqual([BRANCH, 'in:double', 'in:y', 'in:x']);
  });

  it('has a comparison and a conditional for each branch', () => {
    const { nodes, constants } = branchGraph('test', [doubled(), summed()]);
    expect(nodes.map(({ type }) => type)).toEqual(['Equal', 'If', 'Equal', 'If']);
    expect(constants.map(({ data }) => data)).toEqual([BigInt64Array.of(0n), BigInt64Array.of(1n)]);
    const { then_branch: taken, else_branch: other } = nodes[1]!.attributes;
    expect(taken).toHaveProperty('graph.inputs', []);
    expect(taken).toHaveProperty('graph.nodes.0.inputs', ['in:x', 'in:x']);
    expect(other).toHaveProperty('graph.outputs.0.shape', [0]);
  });

  it.skipIf(onnxruntime === undefined)('executes the branch that is asked for', () => {
    const outputs = ['double', 'sum'].map(outputName);
    const file = encodeOnnx(branchGraph('test', [doubled(), summed()]));
    const run = createRunner(onnxruntime!, file, { outputs, threads: 1 });
    const inputs = {
      [inputName('x')]: tensor(Float32Array.of(1, 2), [2]),
      [inputName('double')]: tensor(Float32Array.of(10, 20), [2]),
      [inputName('y')]: tensor(Float32Array.of(3, 4), [2]),
    };
    const numbersOf = (branch: bigint): number[][] => {
      const index: NativeTensor = { type: 'int64', dims: [], data: BigInt64Array.of(branch) };
      const results = run({ ...inputs, [BRANCH]: index });
      return outputs.map((name) => [...results[name]!.data]);
    };
    expect(numbersOf(0n)).toEqual([[2, 4], []]);
    expect(numbersOf(1n)).toEqual([[], [13, 24]]);
    expect(numbersOf(2n)).toEqual([[], []]);
  });
});

/** Takes `x`, makes `double`. */
function doubled(): OnnxGraph {
  const graph = new GraphBuilder();
  const x = graph.input('x', [2]);
  graph.output('double', graph.node('Add', [x, x], { shape: [2] }));
  return graph.finish('doubled');
}

/** Takes `double`, the output of the other branch, and `y`. */
function summed(): OnnxGraph {
  const graph = new GraphBuilder();
  const [double, y] = [graph.input('double', [2]), graph.input('y', [2])];
  graph.output('sum', graph.node('Add', [double, y], { shape: [2] }));
  return graph.finish('summed');
}
