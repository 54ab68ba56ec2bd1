import { expect, it } from 'vitest';
import { onnxruntime } from '../../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../../../graph/ir/graph-builder.ts';
import { NO_SIZES } from '../../../graph/ir/sizes.ts';
import { KERNEL_DOMAIN } from '../../../graph/kernel-nodes/kernel-domain.ts';
import { partitionGraph } from '../../../graph/pass/partition-graph.ts';
import { tensor } from '../runtime/tensors.ts';
import { createWorkspace } from './create-workspace.ts';
import { graphExecutor } from './graph-executor.ts';

it.skipIf(onnxruntime === undefined)('the subgraphs of a graph share a workspace', () => {
  const graph = new GraphBuilder({ channelBlock: 4, kernels: true });
  const input = graph.input('input', [2]);
  const before = graph.node('Neg', [input], { shape: [2] });
  const after = graph.node('kernel', [before], { shape: [2], domain: KERNEL_DOMAIN });
  graph.output('result', graph.node('Add', [after, input], { shape: [2] }));
  const partitioned = partitionGraph(graph.finish('test'));
  const workspace = createWorkspace(partitioned, { reserved: 0 })!; // a small graph
  const [first, second] = partitioned.partitions.flatMap((partition) =>
    'graph' in partition
      ? graphExecutor(onnxruntime!, partition.graph, { workspace, threads: 1 })
      : [],
  );
  const inputs = { input: tensor(Float32Array.of(1, 2), [2]) };
  const result = tensor(new Float32Array(2), [2]);

  first!(inputs, { result }, NO_SIZES);
  const [negative, made] = [before, after].map(
    (value) => workspace.tensorOf(value)!.data as Float32Array, // taken and made by the kernel
  );
  expect([...negative!]).toEqual([-1, -2]);
  expect([...result.data]).toEqual([0, 0]);

  made!.set([10, 20]); // in place of the kernel
  second!(inputs, { result }, NO_SIZES);
  expect([...result.data]).toEqual([11, 22]);
});
