import { describe, expect, it } from 'vitest';
import { hasKernels, ownChannelBlock, randomConstant } from '../../../../test/evaluate.ts';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { smallCnnGraph } from '../../../../test/small-cnn-graph.ts';
import { GraphBuilder, type Value } from '../../../graph/ir/graph-builder.ts';
import { add } from '../../../graph/emit/elementwise.ts';
import { reshape } from '../../../graph/emit/rearrange.ts';
import { im2col } from '../../../graph/kernel-nodes/im2col.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel-nodes/kernel-domain.ts';
import { partitionGraph } from '../../../graph/pass/partition-graph.ts';
import { tensor } from '../runtime/tensors.ts';
import { partitionedExecutor } from './partitioned-executor.ts';

const ROWS = {
  size: [1, 2],
  strides: [1, 1],
  borders: { top: 0, left: 0, bottom: 0, right: 0 },
} as const;

describe('a partitioned training graph of small-cnn', () => {
  const partitioned = partitionGraph(smallCnnGraph());

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
    const passedOn = new Set<string>();
    const taken = new Set<string>();
    for (const partition of partitioned.partitions) {
      const inputs =
        'kernel' in partition ? partition.kernel.inputs : partition.graph.inputs.map(nameOf);
      for (const name of inputs) taken.add(partitioned.views.get(name)?.of.name ?? name);
      expect([...taken].filter((name) => !known.has(name))).toEqual([]);
      const made = 'kernel' in partition ? partition.kernel.outputs : partition.graph.outputs;
      for (const { name } of made) known.add(name);
      if ('graph' in partition) for (const { name } of made) passedOn.add(name);
    }
    expect([...passedOn].filter((name) => !taken.has(name) && !outputs.has(name))).toEqual([]);
  });
});

describe.skipIf(onnxruntime === undefined)('an executor of a partitioned graph', () => {
  it.skipIf(!hasKernels)('runs kernels between operators, on new inputs each time', () => {
    const graph = newGraph();
    const image = graph.input('image', [1, 1, 1, 3]);
    const doubled = graph.node('Add', [image, image], { shape: image.shape });
    const columns = im2col(graph, doubled, ROWS);
    graph.output('result', graph.node('Neg', [columns], { shape: columns.shape }));
    const run = partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!; // a small graph
    const resultOf = (...pixels: number[]): number[] => {
      const result = tensor(new Float32Array(4), [1, 1, 2, 2]);
      run({ image: tensor(Float32Array.from(pixels), [1, 1, 1, 3]) }, { result });
      return [...result.data];
    };
    expect(resultOf(1, 2, 3)).toEqual([-2, -4, -4, -6]);
    expect(resultOf(0, 5, 7)).toEqual([-0, -10, -10, -14]);
  });

  it.skipIf(!hasKernels)(
    'copies the inputs and constants that kernels take to the workspace',
    () => {
      const graph = newGraph();
      const image = graph.input('image', [1, 1, 1, 3]);
      const { value, data } = randomConstant(graph, 'constant', [1, 1, 1, 3]);
      const outputs = [image, value].map((own) => im2col(graph, own, ROWS));
      outputs.forEach((columns, index) => graph.output(`result${index}`, columns));
      const run = partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!; // likewise
      const results = outputs.map(({ shape }) => tensor(new Float32Array(4), shape.map(Number)));
      const [result0, result1] = results as [(typeof results)[0], (typeof results)[0]]; // two outputs
      run({ image: tensor(Float32Array.of(1, 2, 3), [1, 1, 1, 3]) }, { result0, result1 });
      expect([...result0.data]).toEqual([1, 2, 2, 3]);
      expect([...result1.data]).toEqual([data[0], data[1], data[1], data[2]]);
    },
  );

  it('is a plain one where the graph has no kernels', () => {
    const graph = newGraph();
    const input = graph.input('input', [1]);
    graph.output('result', graph.node('Neg', [input], { shape: [1] }));
    const run = partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!; // has no workspace
    const result = tensor(new Float32Array(1), [1]);
    run({ input: tensor(Float32Array.of(3), [1]) }, { result });
    expect([...result.data]).toEqual([-3]);
  });

  it.skipIf(!hasKernels)('runs hundreds of partitions', () => {
    const graph = newGraph();
    const pixels = { ...ROWS, size: [1, 1] } as const;
    let value = graph.input('image', [1, 1, 1, 2]);
    for (let count = 0; count < 100; count++) {
      const columns = im2col(graph, value, pixels);
      value = reshape(graph, add(graph, columns, 1), [1, 1, 1, 2]);
    }
    graph.output('result', value);
    const run = partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!;
    const result = tensor(new Float32Array(2), [1, 1, 1, 2]);
    run({ image: tensor(Float32Array.of(1, 5), [1, 1, 1, 2]) }, { result });
    expect([...result.data]).toEqual([101, 105]);
  });

  it.skipIf(!hasKernels)('runs a subgraph of many inputs', () => {
    const graph = newGraph();
    const columns = im2col(graph, graph.input('image', [1, 1, 1, 3]), ROWS);
    const names = Array.from({ length: 150 }, (_, index) => `input${index}`);
    const sum = names.reduce((total, name) => add(graph, total, graph.input(name, [])), columns);
    graph.output('result', sum);
    const run = partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })!;
    const result = tensor(new Float32Array(4), [1, 1, 2, 2]);
    const given = names.map((name, index) => [name, tensor(Float32Array.of(index), [])] as const);
    const image = tensor(Float32Array.of(1, 2, 3), [1, 1, 1, 3]);
    run({ image, ...Object.fromEntries(given) }, { result });
    expect([...result.data]).toEqual([1, 2, 2, 3].map((pixel) => pixel + (149 * 150) / 2));
  });

  it('is not made where its workspace would be too large', () => {
    const graph = newGraph();
    const columns = kernel(graph, graph.input('image', [2 ** 30]), [2 ** 30]);
    graph.output('result', columns);
    expect(partitionedExecutor(onnxruntime!, graph.finish('test'), { threads: 1 })).toBeUndefined();
  });
});

function newGraph(): GraphBuilder {
  return new GraphBuilder({ channelBlock: ownChannelBlock, kernels: true });
}

/** A node of a kernel that is never run. */
function kernel(graph: GraphBuilder, input: Value, shape: readonly number[]): Value {
  return graph.node('im2col', [input], { shape, domain: KERNEL_DOMAIN });
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
