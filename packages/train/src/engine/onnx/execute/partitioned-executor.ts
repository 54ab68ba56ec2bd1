import type { OnnxGraph, OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import { NO_SIZES, type Sizes } from '../../../graph/ir/sizes.ts';
import { kernelFields, parameterBytes } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { partitionGraph } from '../../../graph/pass/partition-graph.ts';
import type { Onnxruntime } from '../runtime/start-onnxruntime.ts';
import type { Tensors } from '../runtime/tensors.ts';
import { createWorkspace, type Workspace } from './create-workspace.ts';
import type { Executor, PartitionExecutor } from './executor.ts';
import { graphExecutor } from './graph-executor.ts';
import { KERNELS_END } from '../kernels/instantiate-kernels.ts';
import { kernelExecutor } from './kernel-executor.ts';
import { plainExecutor } from './plain-executor.ts';
import { kernelTeam } from '../kernels/kernel-team.ts';

export interface PartitionedExecutorOptions {
  readonly threads: number;
  /** The largest sizes of the symbolic dimensions of the graph's inputs. A run may have smaller ones. */
  readonly sizes?: Sizes;
}

/**
 * Loads a graph as partitions: kernels, and subgraphs with a session of onnxruntime each, all on one workspace. A graph without
 * kernels is loaded by `plainExecutor`. Workspace and sessions are freed with the executor, by the garbage collector.
 *
 * @returns `undefined` where the workspace would be too large.
 */
export function partitionedExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads, sizes }: PartitionedExecutorOptions,
): Executor | undefined {
  const partitioned = partitionGraph(graph);
  const { preparations, partitions } = partitioned;
  const repeated = partitions.flatMap((partition) =>
    'kernel' in partition ? partition.kernel : [],
  );
  const nodes = [...preparations, ...repeated];
  if (nodes.length === 0) return plainExecutor(onnxruntime, graph, { threads });
  const { offsets, end } = parameterOffsets(nodes);
  const workspace = createWorkspace(partitioned, { reserved: end, sizes });
  if (workspace === undefined) return undefined;
  const run = kernelTeam(threads).kernelsOn(workspace.memory);
  const forKernel = (node: OnnxNode): PartitionExecutor => {
    const parameters = offsets.get(node)!; // one offset for each kernel
    return kernelExecutor(node, { run, workspace, parameters });
  };
  for (const node of preparations) forKernel(node)({}, {}, NO_SIZES);
  const executors = partitions.map((partition) =>
    'kernel' in partition
      ? forKernel(partition.kernel)
      : graphExecutor(onnxruntime, partition.graph, { workspace, threads }),
  );
  const upload = uploader(graph, workspace);
  return (inputs, outputs) => {
    const given = sizesOf(graph, inputs);
    upload(inputs);
    for (const execute of executors) execute(inputs, outputs, given);
  };
}

/** The sizes of the symbolic dimensions: those of the given inputs. */
function sizesOf({ inputs }: OnnxGraph, given: Tensors): Sizes {
  const sizes = inputs.flatMap(({ name, shape }) =>
    shape.flatMap(
      (dimension, axis): [string, number][] =>
        typeof dimension === 'string' ? [[dimension, given[name]!.dims[axis]!]] : [], // all inputs are given
    ),
  );
  return new Map(sizes);
}

/** The offsets of all kernels' parameters in the workspace, and the first byte after them. */
function parameterOffsets(nodes: readonly OnnxNode[]): {
  readonly offsets: ReadonlyMap<OnnxNode, number>;
  readonly end: number;
} {
  const offsets = new Map<OnnxNode, number>();
  let end = KERNELS_END;
  for (const node of nodes) {
    offsets.set(node, end);
    end += parameterBytes(kernelFields(node.type));
  }
  return { offsets, end };
}

/** Returns a function that copies the inputs of the graph that kernels take to the workspace. */
function uploader({ inputs }: OnnxGraph, workspace: Workspace): (given: Tensors) => void {
  const targets = inputs.flatMap((input) => {
    const target = workspace.tensorOf(input)?.data;
    return target instanceof Float32Array ? [{ name: input.name, target }] : [];
  });
  return (given) => {
    for (const { name, target } of targets) target.set(given[name]!.data as Float32Array); // all inputs are given; kernels take floats
  };
}
