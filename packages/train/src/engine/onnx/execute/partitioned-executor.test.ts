import { describe, expect, it } from 'vitest';
import { compileTraining } from '../../../compile/compile-training.ts';
import { readTopology } from '../../../model/layers/read-topology.ts';
import { weightLayout } from '../../../compile/layer/weight-layout.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel/kernel-domain.ts';
import { partitionGraph, type PartitionedGraph } from '../../../graph/pass/partition-graph.ts';
import { createDefinition } from '../../../zoo/create-definition.ts';
import { optimiserSchema } from '../../../optimiser/optimiser-spec.ts';
import { loadOnnxruntime, type NativeTensor } from '../load-onnxruntime.ts';
import { tensor } from '../onnx-runner.ts';
import { loadSession } from '../load-session.ts';
import { encodeOnnx } from '../../../graph/write/onnx-writer.ts';
import { plainExecutor } from './plain-executor.ts';
import { withoutCopies } from './run-in-place.ts';
import { partitionedExecutor } from './partitioned-executor.ts';

const onnxruntime = await loadOnnxruntime().catch(() => undefined);
if (onnxruntime === undefined)
  console.warn('onnxruntime-node does not load: its tests are skipped');

describe('a partitioned training graph of small-cnn', () => {
  const partitioned = smallCnn();

  it('has kernels for everything between its convolutions', () => {
    const kinds = partitioned.partitions.map((partition) =>
      'kernel' in partition ? partition.kernel.type : 'graph',
    );
    const count = (kind: string): number => kinds.filter((own) => own === kind).length;
    expect(count('normalisePool')).toBe(6);
    expect(count('normalisePoolGradient')).toBe(6);
    expect(count('shiftImage')).toBe(5);
    expect(count('im2col')).toBe(1);
  });

  it('has the outputs that later partitions take, and no others', () => {
    const outputs = new Set(partitioned.outputs.map(({ name }) => name));
    const known = new Set([
      ...partitioned.inputs.map(({ name }) => name),
      ...partitioned.constants.keys(),
    ]);
    const handed = new Set<string>();
    const taken = new Set<string>();
    for (const partition of partitioned.partitions) {
      const inputs =
        'kernel' in partition ? partition.kernel.inputs : partition.graph.inputs.map(nameOf);
      for (const name of inputs) taken.add(partitioned.views.get(name)?.of.name ?? name);
      expect([...taken].filter((name) => !known.has(name))).toEqual([]);
      const made = ('kernel' in partition ? partition.kernel.outputs : partition.graph.outputs).map(
        nameOf,
      );
      for (const name of made) known.add(name);
      if ('graph' in partition) for (const name of made) handed.add(name);
    }
    expect([...handed].filter((name) => !taken.has(name) && !outputs.has(name))).toEqual([]);
  });
});

describe.skipIf(onnxruntime === undefined)('an executor', () => {
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

  it('copies no outputs: onnxruntime-node throws before it would', () => {
    const graph = new GraphBuilder();
    graph.output('same', graph.input('input', [1]));
    const file = encodeOnnx(withoutCopies(graph.finish('test')));
    const session = loadSession(onnxruntime!, file, { threads: 1 });
    const result = tensor(new Float32Array(1), [1]);
    const inputs = { input: tensor(Float32Array.of(7), [1]) };
    expect(() => session.run(inputs, { refused: null, same: result }, {})).toThrow(/Tensor type/);
    expect([...result.data]).toEqual([7]);
  });

  it('is not made of too many partitions', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    let value = graph.input('image', [16]);
    for (let count = 0; count < 100; count++)
      value = graph.node('im2col', [value], { shape: [16], domain: KERNEL_DOMAIN });
    graph.output('result', value);
    expect(partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })).toBeUndefined();
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

  it('is not made where its workspace would be too large', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', [2 ** 30]);
    const cut = graph.node('im2col', [image], { shape: [2 ** 30], domain: KERNEL_DOMAIN });
    graph.output('result', cut);
    expect(partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })).toBeUndefined();
  });
});

function smallCnn(): PartitionedGraph {
  const size = { height: 40, width: 36, channels: 3, seed: 0 };
  const { topology, weights, input } = createDefinition('small-cnn', { classes: 3, ...size });
  const { graph } = compileTraining(readTopology(topology), {
    input,
    weights: weights.map(weightLayout),
    optimiser: optimiserSchema.parse({ name: 'adam' }),
    count: 4,
    channelBlock: 16,
    kernels: true,
  });
  return partitionGraph(graph);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
