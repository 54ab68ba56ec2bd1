import type { OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import type { Workspace } from './create-workspace.ts';
import type { PartitionExecutor } from './executor.ts';
import type { Kernels } from './instantiate-kernels.ts';
import { writeParameters } from './write-parameters.ts';

export interface KernelExecutorOptions {
  readonly kernels: Kernels;
  readonly workspace: Workspace;
  /** The offset of the kernel's parameters in the workspace. */
  readonly parameters: number;
}

/**
 * Writes the parameters of a kernel to the workspace, and returns an executor that calls the kernel on the workspace.
 * Parameters with symbolic dimensions are written before each call.
 */
export function kernelExecutor(
  node: OnnxNode,
  { kernels, workspace, parameters }: KernelExecutorOptions,
): PartitionExecutor {
  const target = new DataView(workspace.memory.buffer, parameters);
  const isFixed = Object.values(node.attributes).every((value) => !('text' in value));
  if (isFixed) writeParameters(target, node);
  const kernel = kernels[node.type]!; // a node with parameters has a kernel
  const names = [...node.inputs, ...node.outputs.map(({ name }) => name)];
  const offsets = [parameters, ...names.map((name) => workspace.offsetOf(name))];
  return (_inputs, _outputs, sizes) => {
    if (!isFixed) writeParameters(target, node, sizes);
    kernel(...offsets);
  };
}
