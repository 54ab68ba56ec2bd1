import { describe, expect, it } from 'vitest';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import type { NativeTensor } from '../runtime/tensors.ts';
import { tensor } from '../runtime/tensors.ts';
import { plainExecutor } from './plain-executor.ts';

describe.skipIf(onnxruntime === undefined)('an executor of a graph without kernels', () => {
  it('writes the outputs of its graph to the tensors that it is given', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [2]);
    graph.output('double', graph.node('Add', [input, input], { shape: [2] }));
    const run = plainExecutor(onnxruntime!, graph.finish('test'), { threads: 1 });
    const double = (...numbers: number[]): Float32Array => {
      const result = new Float32Array(2);
      run({ input: tensor(Float32Array.from(numbers), [2]) }, { double: tensor(result, [2]) });
      return result;
    };
    const first = double(1, 2);
    expect([...double(-3, 4)]).toEqual([-6, 8]);
    expect([...first]).toEqual([2, 4]);
  });

  it('throws the errors of a run', () => {
    const graph = new GraphBuilder();
    const input = graph.input('input', [1]);
    const sizes = graph.input('sizes', [1], 'int64');
    graph.output('none', graph.node('Reshape', [input, sizes], { shape: [7] }));
    const run = plainExecutor(onnxruntime!, graph.finish('test'), { threads: 1 });
    const seven: NativeTensor = { type: 'int64', dims: [1], data: BigInt64Array.of(7n) };
    const inputs = { input: tensor(new Float32Array(1), [1]), sizes: seven };
    const outputs = { none: tensor(new Float32Array(7), [7]) };
    expect(() => run(inputs, outputs)).toThrow(/Reshape/);
  });

  it('is not made of a graph that onnxruntime does not accept', () => {
    const graph = new GraphBuilder();
    graph.output('result', graph.node('NoOperator', [graph.input('input', [1])], { shape: [1] }));
    expect(() => plainExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })).toThrow(
      /NoOperator/,
    );
  });
});
