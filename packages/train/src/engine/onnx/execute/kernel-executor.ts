import type { OnnxNode } from '../../../graph/ir/onnx-graph.ts';
import { kernelParts } from '../../../graph/kernel-nodes/kernel-parameters.ts';
import type { Workspace } from './create-workspace.ts';
import type { PartitionExecutor } from './executor.ts';
import type { RunKernel } from '../kernels/kernel-team.ts';
import type { KernelCall } from '../kernels/team-control.ts';
import { writeParameters } from './write-parameters.ts';

export interface KernelExecutorOptions {
  readonly run: RunKernel;
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
  { run, workspace, parameters }: KernelExecutorOptions,
): PartitionExecutor {
  const target = new DataView(workspace.memory.buffer, parameters);
  const isFixed = Object.values(node.attributes).every((value) => !('text' in value));
  if (isFixed) writeParameters(target, node);
  const names = [...node.inputs, ...node.outputs.map(({ name }) => name)];
  const call: KernelCall = {
    kernel: node.type,
    parameters,
    addresses: names.map((name) => workspace.offsetOf(name)),
    parts: kernelParts(node),
  };
  return (_inputs, _outputs, sizes) => {
    if (!isFixed) writeParameters(target, node, sizes);
    run(call);
  };
}
