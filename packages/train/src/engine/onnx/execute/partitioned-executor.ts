import type { OnnxGraph, OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import { kernelFields, parameterBytes } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import { partitionGraph } from '../../../graph/pass/partition-graph.ts';
import type { Onnxruntime } from '../runtime/start-onnxruntime.ts';
import { createWorkspace, type Workspace } from './create-workspace.ts';
import type { Executor } from './executor.ts';
import { graphExecutor } from './graph-executor.ts';
import { KERNELS_END } from '../kernels/instantiate-kernels.ts';
import { kernelExecutor } from './kernel-executor.ts';
import { plainExecutor } from './plain-executor.ts';
import { kernelTeam } from '../kernels/kernel-team.ts';

/**
 * Loads a graph as partitions: kernels, and subgraphs with a session of onnxruntime each, all on one workspace. A graph without
 * kernels is loaded by `plainExecutor`. Workspace and sessions are freed with the executor, by the garbage collector.
 *
 * @returns `undefined` where the workspace would be too large.
 */
export function partitionedExecutor(
  onnxruntime: Onnxruntime,
  graph: OnnxGraph,
  { threads }: { readonly threads: number },
): Executor | undefined {
  const partitioned = partitionGraph(graph);
  const { partitions } = partitioned;
  const nodes = partitions.flatMap((partition) => ('kernel' in partition ? partition.kernel : []));
  if (nodes.length === 0) return plainExecutor(onnxruntime, graph, { threads });
  const { offsets, end } = parameterOffsets(nodes);
  const workspace = createWorkspace(partitioned, end);
  if (workspace === undefined) return undefined;
  const run = kernelTeam(threads).kernelsOn(workspace.memory);
  const executors = partitions.map((partition) => {
    if ('graph' in partition)
      return graphExecutor(onnxruntime, partition.graph, { workspace, threads });
    const parameters = offsets.get(partition.kernel)!; // one offset for each kernel
    return kernelExecutor(partition.kernel, { run, workspace, parameters });
  });
  const upload = uploader(graph, workspace);
  return (inputs, outputs) => {
    upload(inputs);
    for (const execute of executors) execute(inputs, outputs);
  };
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
function uploader(
  { inputs }: OnnxGraph,
  workspace: Workspace,
): (given: Parameters<Executor>[0]) => void {
  const targets = inputs.flatMap((input) => {
    const target = workspace.tensorOf(input)?.data;
    return target instanceof Float32Array ? [{ name: input.name, target }] : [];
  });
  return (given) => {
    for (const { name, target } of targets) target.set(given[name]!.data as Float32Array); // all inputs are given; kernels take floats
  };
}
